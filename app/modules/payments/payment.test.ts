import { expect, test } from "vitest";
import { receiptName, refundableOf } from "./payment.ts";

test("what went back or is on its way cannot be given back again; what failed can", () => {
  const refund = (
    amountMinor: number,
    state: "pending" | "succeeded" | "failed" | "cancelled",
  ) => ({
    amountMinor,
    state,
  });
  expect(refundableOf(4_900, [])).toBe(4_900);
  expect(refundableOf(4_900, [refund(900, "succeeded"), refund(1_000, "pending")])).toBe(3_000);
  expect(refundableOf(4_900, [refund(900, "failed"), refund(1_000, "cancelled")])).toBe(4_900);
  expect(refundableOf(4_900, [refund(4_900, "succeeded")])).toBe(0);
  expect(refundableOf(4_900, [refund(4_900, "succeeded"), refund(900, "succeeded")])).toBe(0);
});

test("a receipt's number sorts as it counts", () => {
  expect(receiptName(2026, 128)).toBe("2026-000128");
  expect(receiptName(2026, 1_234_567)).toBe("2026-1234567");
});
