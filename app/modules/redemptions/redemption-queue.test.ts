import { expect, test } from "vitest";
import { viewOf } from "./redemption-queue.ts";

test.each([
  ["requested", "collect", "lay-out"],
  ["requested", "ship", "to-ship"],
  ["ready", "collect", "waiting"],
  ["shipped", "ship", "on-its-way"],
  ["issued", "voucher", "vouchers"],
  ["collected", "collect", "ended"],
  ["cancelled", "ship", "ended"],
  ["used", "voucher", "ended"],
] as const)("%s, %s: in the view %s", (state, fulfilment, view) => {
  expect(viewOf({ state, fulfilment })).toBe(view);
});
