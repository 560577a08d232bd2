import { expect, test } from "vitest";
import { addressShown } from "./address-shown.ts";

test.each([
  ["203.0.113.77", "203.0.113.*"],
  ["::ffff:203.0.113.77", "203.0.113.*"],
  ["2001:db8:12:34:aaaa:bbbb:cccc:dddd", "2001:db8:12:*"],
  ["2001:db8::1", "2001:db8:*"],
  ["::1", ""],
  ["", ""],
  ["no address", ""],
])("%s is shown as %s", (address, shown) => {
  expect(addressShown(address)).toBe(shown);
});
