import { expect, test } from "vitest";
import { voucherStanding } from "./voucher-standing.ts";

const today = "2026-11-29";
const aVoucher = { state: "issued", uses: 2, used: 0, validThrough: today };

test.each([
  ["on its last day it is good", {}, "good"],
  ["the day after it has expired", { validThrough: "2026-11-28" }, "expired"],
  ["it has also where it ended by itself", { state: "lapsed" }, "expired"],
  ["used in part it is good for the rest", { used: 1 }, "good"],
  ["used up it is used", { state: "used", used: 2 }, "used"],
  [
    "and stays so after its last day",
    { state: "used", used: 2, validThrough: "2026-11-28" },
    "used",
  ],
  ["cancelled is cancelled", { state: "cancelled" }, "cancelled"],
] as const)("%s", (_case, changes, standing) => {
  expect(voucherStanding({ ...aVoucher, ...changes }, today)).toBe(standing);
});
