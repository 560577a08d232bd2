import { COUNTER_METHODS } from "#app/modules/payment-methods/counter-method.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";

/** What members can owe money for. */
export const PURPOSES = ["gift", "dues", "event"] as const;
export type Purpose = (typeof PURPOSES)[number];

export const PAYMENT_STATES = ["open", "paid", "cancelled"] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

export const PAYMENT_METHODS = [...COUNTER_METHODS, "stripe"] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

export const REFUND_STATES = ["pending", "succeeded", "failed", "cancelled"] as const;
export type RefundState = (typeof REFUND_STATES)[number];

/** A payment as whatever it is for is told of it. */
export type PaymentFor = {
  id: number;
  purpose: Purpose;
  /** What it is for, by the id that its noun knows. */
  reference: string;
  memberId: number;
  title: InBoth;
  /** In the smallest unit of `currency`, of which a currency has as many as it has. */
  amountMinor: number;
  /** ISO 4217. */
  currency: string;
  state: PaymentState;
  /** Until when what it is for is kept; null where it waits. */
  dueUntil: Date | null;
};

/**
 * What can still be given back: what was paid, without what went back or is on its way. In minor units; none where more
 * went back than was paid.
 */
export function refundableOf(
  amountMinor: number,
  refunds: readonly { amountMinor: number; state: RefundState }[],
): number {
  const gone = refunds.filter(({ state }) => state === "pending" || state === "succeeded");
  return Math.max(0, amountMinor - gone.reduce((sum, refund) => sum + refund.amountMinor, 0));
}

/** The club's own number of a receipt, counted within each of its years: `2026-000128`. */
export const receiptName = (year: number, number: number): string =>
  `${year}-${String(number).padStart(6, "0")}`;
