import type { RenewalState } from "#app/modules/payments/payable.ts";
import { isEnding, OVER, type ReadSubscription } from "./subscription.ts";

/** A member is reminded so many days before their gold is renewed and charged. */
export const REMIND_DAYS = 30;

/** A new price is told at least so long before it is charged; later than that the old one stands for a year more. */
const PRICE_NOTICE_DAYS = 14;

const A_DAY_MS = 86_400_000;

/**
 * What the coming renewal costs: by the rules of the day on which it is charged, where there is still time to tell.
 *
 * @param current what it would cost as Stripe has it, in minor units.
 * @param dues what the rules say of that day, in the club's currency; nought where gold is not sold any more.
 * @returns the sum; "ends" where there is nothing to renew.
 */
export function renewalPrice(
  current: { amountMinor: number; currency: string },
  dues: { amountMinor: number; currency: string },
  periodEnd: Date,
  now: Date,
): number | "ends" {
  const inTime = periodEnd.getTime() - now.getTime() >= PRICE_NOTICE_DAYS * A_DAY_MS;
  // A subscription stays in the currency that it began in.
  if (!inTime || dues.currency !== current.currency) return current.amountMinor;
  return dues.amountMinor === 0 ? "ends" : dues.amountMinor;
}

/** Stripe may be away for so long after somebody of the club has had a subscription ended; then it is offered again. */
const ENDING_MS = A_DAY_MS;

/** Whether a subscription is charged again, as far as Stripe has said and somebody of the club has asked. */
export function renewalStateOf(
  subscription: Pick<ReadSubscription, "status" | "cancelAtPeriodEnd" | "cancelAt"> & {
    endAskedAt: Date | null;
  },
  now: Date,
): RenewalState {
  const { status, endAskedAt } = subscription;
  if (OVER.includes(status)) return "over";
  if (isEnding(subscription)) return "ends";
  const asked = endAskedAt !== null && now.getTime() - endAskedAt.getTime() < ENDING_MS;
  return asked ? "ending" : "renews";
}
