import { fromStripeAmount } from "#app/modules/payments/stripe-amount.ts";
import type { KeptTransaction } from "./balance-transaction.ts";
import { type Difference, keyOf, type Sum } from "./difference.ts";

/** What Stripe's movements come to for one thing in one currency, as Stripe counts. */
export type ToldSum = {
  what: "payment" | "refund" | "dispute" | "other";
  subject: string;
  currency: string;
  amount: number;
};

/** What the club has written down of money at Stripe, in minor units. */
export type OwnRecord = {
  what: "payment" | "refund" | "dispute";
  subject: string;
  paymentId: number;
  amountMinor: number;
  currency: string;
  /** Of a payment `paid`; of a refund or a dispute its state. */
  state: "paid" | "pending" | "succeeded" | "failed" | "cancelled" | "open" | "won" | "lost";
};

/**
 * Holds what Stripe says against what the club has written down, thing by thing: payments, refunds, disputes, and
 * whatever else moved. Nothing depends on the order of either, nor on the day on which each was written.
 */
export function compareBooks(told: readonly ToldSum[], ours: readonly OwnRecord[]): Difference[] {
  const sums = new Map<string, ToldSum[]>();
  for (const sum of told) sums.set(keyOf(sum), [...(sums.get(keyOf(sum)) ?? []), sum]);
  const own = new Map(ours.map((record) => [keyOf(record), record]));
  const keys = new Set([...sums.keys(), ...own.keys()]);
  return [...keys].flatMap((key) => compareOne(sums.get(key) ?? [], own.get(key)) ?? []);
}

function compareOne(told: readonly ToldSum[], own: OwnRecord | undefined): Difference | null {
  const moved = told.filter(({ amount }) => amount !== 0);
  const other = moved.find(({ currency }) => currency !== own?.currency) ?? moved[0];
  const stripe = other ? inMinor(other.amount, other.currency) : null;
  if (!own) {
    // What came and went back as if it had never been leaves nothing to look after.
    if (!other) return null;
    const { what, subject } = other;
    return { kind: "stripe-only", what, subject, paymentId: null, ours: null, stripe };
  }
  const { what, subject, paymentId, currency } = own;
  const fitting = expected(own);
  const sameCurrency = moved.every((each) => each.currency === currency);
  if (sameCurrency && fitting.includes(stripe?.minor ?? 0)) return null;
  const ours: Sum = { minor: fitting[0] ?? 0, currency };
  return { kind: stripe ? "sum" : "ours-only", what, subject, paymentId, ours, stripe };
}

/**
 * What would have to have moved. While something is on its way Stripe may have moved it already or not; the bank's
 * question before a dispute moves nothing.
 */
function expected({ what, state, amountMinor }: OwnRecord): number[] {
  if (what === "payment") return [amountMinor];
  switch (state) {
    case "succeeded":
    case "lost":
      return [-amountMinor];
    case "pending":
    case "open":
      return [-amountMinor, 0];
    default:
      return [0];
  }
}

/** Whether a movement adds up by itself: what Stripe kept of it, by all its reasons, is what is missing from it. */
export function checkFee(
  told: Pick<KeptTransaction, "id" | "amount" | "fee" | "net" | "currency" | "said">,
): Difference | null {
  const { id, amount, fee, net, currency } = told;
  const reasons = (told.said.fee_details ?? []) as { amount: number }[];
  const named = reasons.reduce((sum, each) => sum + each.amount, 0);
  if (amount - fee === net && named === fee) return null;
  return {
    kind: "fee",
    what: "fee",
    subject: id,
    paymentId: null,
    ours: inMinor(amount - net, currency),
    stripe: inMinor(fee === amount - net ? named : fee, currency),
  };
}

/**
 * Whether what is in a payout comes to what was paid out.
 *
 * @param payout.amount what left the balance, as Stripe counts: above nought.
 * @param payout.contents what the movements in it come to.
 */
export function checkPayout(payout: {
  id: string;
  currency: string;
  amount: number;
  contents: number;
}): Difference | null {
  const { id, currency, amount, contents } = payout;
  if (amount === contents) return null;
  return {
    kind: "payout",
    what: "payout",
    subject: id,
    paymentId: null,
    ours: inMinor(contents, currency),
    stripe: inMinor(amount, currency),
  };
}

const inMinor = (amount: number, currency: string): Sum => ({
  minor: fromStripeAmount(amount, currency),
  currency,
});
