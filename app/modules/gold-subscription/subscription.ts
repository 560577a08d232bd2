import type Stripe from "stripe";
import { fromStripeAmount } from "#app/modules/payments/stripe-amount.ts";

/** What members subscribe to, by the id that the club gives it at Stripe. */
export const GOLD_PRODUCT = "marque_gold_year";

/** How a subscription stands that will never bring money again. */
export const OVER: readonly string[] = ["canceled", "incomplete_expired"];

/** Its last renewal has not been paid. */
export const UNPAID: readonly string[] = ["past_due", "unpaid"];

/** A subscription as Stripe says it stands. */
export type ReadSubscription = {
  id: string;
  itemId: string;
  status: string;
  /** What the next year costs, in the smallest unit of its currency. */
  amountMinor: number;
  /** ISO 4217. */
  currency: string;
  periodStart: Date;
  periodEnd: Date;
  cancelAtPeriodEnd: boolean;
  cancelAt: Date | null;
  startedAt: Date;
  endedAt: Date | null;
};

/**
 * Reads a subscription of Stripe's.
 *
 * @returns null for one of something else than gold.
 * @throws where its item or the item's period is missing: then nothing is known, and somebody has to be told.
 */
export function readSubscription(said: Stripe.Subscription): ReadSubscription | null {
  const [item] = said.items.data;
  if (!item) throw new Error(`Subscription ${said.id} has no item.`);
  const { product, currency: lower, unit_amount: amount } = item.price;
  if ((typeof product === "string" ? product : product.id) !== GOLD_PRODUCT) return null;
  const { current_period_start: start, current_period_end: end } = item;
  if (!start || !end) throw new Error(`The item of subscription ${said.id} has no period.`);
  const currency = lower.toUpperCase();
  return {
    id: said.id,
    itemId: item.id,
    status: said.status,
    amountMinor: fromStripeAmount((amount ?? 0) * (item.quantity ?? 1), currency),
    currency,
    periodStart: instant(start),
    periodEnd: instant(end),
    cancelAtPeriodEnd: said.cancel_at_period_end,
    cancelAt: said.cancel_at ? instant(said.cancel_at) : null,
    startedAt: instant(said.start_date),
    endedAt: said.ended_at ? instant(said.ended_at) : null,
  };
}

/** Whether it ends without being charged again: with its period, or on a day that somebody has said. */
export const isEnding = (of: Pick<ReadSubscription, "cancelAtPeriodEnd" | "cancelAt">): boolean =>
  of.cancelAtPeriodEnd || of.cancelAt !== null;

/** An invoice as Stripe says it stands. */
export type ReadInvoice = {
  id: string;
  subscriptionId: string;
  status: string;
  totalMinor: number;
  /** What was taken for it. */
  paidMinor: number;
  currency: string;
  attempts: number;
  nextAttemptAt: Date | null;
  issuedAt: Date;
  /** By which its money was taken; null where none was. */
  paymentIntent: string | null;
};

/**
 * Reads an invoice of Stripe's, with its payments.
 *
 * @returns null for one that is of no subscription.
 */
export function readInvoice(said: Stripe.Invoice): ReadInvoice | null {
  const of = said.parent?.subscription_details?.subscription;
  if (!of) return null;
  const currency = said.currency.toUpperCase();
  const paid = said.payments?.data.find(({ status }) => status === "paid")?.payment;
  const intent = paid?.payment_intent ?? null;
  return {
    id: said.id,
    subscriptionId: typeof of === "string" ? of : of.id,
    status: said.status ?? "draft",
    totalMinor: fromStripeAmount(said.total, currency),
    paidMinor: fromStripeAmount(said.amount_paid, currency),
    currency,
    attempts: said.attempt_count,
    nextAttemptAt: said.next_payment_attempt ? instant(said.next_payment_attempt) : null,
    issuedAt: instant(said.created),
    paymentIntent: intent !== null && typeof intent === "object" ? intent.id : intent,
  };
}

const instant = (seconds: number) => new Date(seconds * 1000);

/**
 * Which of a member's subscriptions counts as theirs: the one that did, while it lives, and otherwise the oldest that
 * lives. Others were made beside it, at Stripe itself.
 *
 * @param before the id of the one that did.
 */
export function firstOf(
  subscriptions: readonly Pick<ReadSubscription, "id" | "status" | "startedAt">[],
  before: string | null,
): string | null {
  const living = subscriptions.filter(({ status }) => !OVER.includes(status));
  if (living.some(({ id }) => id === before)) return before;
  const [oldest] = [...living].sort(
    (one, other) =>
      one.startedAt.getTime() - other.startedAt.getTime() || (one.id < other.id ? -1 : 1),
  );
  return oldest?.id ?? null;
}
