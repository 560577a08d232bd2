import type { Day } from "#app/platform/club-time.ts";

/** `good`: it can be used. The others say why it cannot, for good. */
export type VoucherStanding = "good" | "used" | "expired" | "cancelled";

/**
 * How a voucher stands at the desk. What it was used up for is said before that its last day is over: whoever
 * asks wants to know whether somebody has had it.
 *
 * @param voucher.state of its redemption; `used`: uses that were not undone.
 */
export function voucherStanding(
  voucher: { state: string; uses: number; used: number; validThrough: Day },
  today: Day,
): VoucherStanding {
  if (voucher.state === "cancelled") return "cancelled";
  if (voucher.used >= voucher.uses) return "used";
  if (voucher.state === "lapsed" || today > voucher.validThrough) return "expired";
  return "good";
}
