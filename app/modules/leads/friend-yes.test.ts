import { expect, test } from "vitest";
import { isUnconfirmed, needsYes } from "./friend-yes.ts";

test.each([
  ["form", null, true],
  ["api", null, true],
  ["form", "confirmed", false],
  // They typed it themselves, or stood there.
  ["link", null, false],
  ["desk", null, false],
])("a friend who came by %s and said %s is unconfirmed: %s", (source, friendAnswer, expected) => {
  const lead = { source, friendAnswer };
  expect(isUnconfirmed(lead)).toBe(expected);
  expect(needsYes(lead, { friendConfirms: true })).toBe(expected);
  expect(needsYes(lead, { friendConfirms: false })).toBe(false);
});
