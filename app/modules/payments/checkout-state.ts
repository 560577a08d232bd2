/**
 * How an attempt to pay by Stripe stands. `asked`: it is written down, and Stripe may have it or not. `processing`: the
 * member is done and the money takes days. `returned`: money came that could not be used, and goes back.
 */
export type CheckoutState =
  | "asked"
  | "open"
  | "processing"
  | "paid"
  | "expired"
  | "failed"
  | "returned";

/** Those that can still bring money: what is paid for is kept, and nothing else is asked for. */
export const LIVE: readonly CheckoutState[] = ["asked", "open", "processing"];

/** What of a Checkout Session says how it stands, with its payment intent in place of its id. */
export type SessionFacts = {
  /** open, complete, expired */
  status: string | null;
  /** paid, unpaid, no_payment_required */
  payment_status: string;
  payment_intent: { status: string } | string | null;
};

/**
 * How a session stands by what Stripe says of it. `complete` is not paid: with a delayed method the money comes days
 * later, or does not.
 */
export function judgeSession(
  session: SessionFacts,
): "open" | "expired" | "processing" | "paid" | "failed" {
  if (session.status === "expired") return "expired";
  if (session.status !== "complete") return "open";
  if (session.payment_status === "paid" || session.payment_status === "no_payment_required") {
    return "paid";
  }
  const intent = session.payment_intent;
  const status = intent !== null && typeof intent === "object" ? intent.status : null;
  return status === "requires_payment_method" || status === "canceled" ? "failed" : "processing";
}
