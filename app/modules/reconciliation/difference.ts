import type { Moved } from "./balance-transaction.ts";

/**
 * How Stripe and the club differ. `stripe-only`: money moved there of which the club knows nothing. `ours-only`: the
 * club has written something down that is not in Stripe's books. `sum`: both know it, with another sum or currency.
 * `fee`: what Stripe kept of it does not add up. `payout`: what is in it is not what was paid out.
 */
const DIFFERENCE_KINDS = ["stripe-only", "ours-only", "sum", "fee", "payout"] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** `answered`: a person of finance said what they did. `solved`: the two agree by now. */
export type DifferenceState = "open" | "answered" | "solved";

/** A sum in the smallest unit of its currency. */
export type Sum = { minor: number; currency: string };

/** What differs. Two with the same facts are the same; with others it is something new. */
export type DifferenceFacts = {
  kind: DifferenceKind;
  /** What the club has written down, or what would add up; null where it knows nothing. */
  ours: Sum | null;
  /** What Stripe says; null where it says nothing. */
  stripe: Sum | null;
};

export type Difference = DifferenceFacts & {
  what: Moved;
  /** By what it is known: a payment intent, a refund, a dispute, a payout, a movement. */
  subject: string;
  paymentId: number | null;
};

/** By which the same thing is found again on another day. */
export const keyOf = ({ what, subject }: { what: string; subject: string }): string =>
  `${what} ${subject}`;

export const sameFacts = (one: DifferenceFacts, other: DifferenceFacts): boolean =>
  one.kind === other.kind && sameSum(one.ours, other.ours) && sameSum(one.stripe, other.stripe);

const sameSum = (one: Sum | null, other: Sum | null) =>
  one?.minor === other?.minor && one?.currency === other?.currency;

/** By which a form says which facts its page showed. */
export const factsMark = ({ kind, ours, stripe }: DifferenceFacts): string =>
  [kind, ours?.minor ?? "", ours?.currency ?? "", stripe?.minor ?? "", stripe?.currency ?? ""].join(
    " ",
  );
