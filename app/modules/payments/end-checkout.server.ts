import { db } from "#app/platform/db.server.ts";
import { isStripeAway, stripe } from "#app/platform/stripe.server.ts";
import { expireSession } from "#app/platform/stripe-sessions.server.ts";
import { askForSession } from "./ask-for-session.server.ts";
import type { CheckoutParams } from "./checkout-params.ts";
import { LIVE } from "./checkout-state.ts";
import type { Payable } from "./payable.ts";
import { settleCheckout } from "./settle-checkout.server.ts";

/**
 * What became of the session that a member may be paying at. `ended`: none is open, and what is owed can be cancelled
 * or taken otherwise. `paid`: the money was there first. `processing`: it is on its way, and takes days. `away`: Stripe
 * does not answer, so nobody knows.
 */
export type CheckoutEnd = "ended" | "paid" | "processing" | "away";

/** An attempt whose answer was lost is asked for again first; nothing has more steps than these. */
const STEPS = 4;

/**
 * Ends the session of a payment at Stripe, before it is cancelled or taken at a counter: outside of every
 * transaction, since it asks Stripe. One that is complete already counts as paid.
 */
export async function endCheckout(
  paymentId: number,
  payables: readonly Payable[],
): Promise<CheckoutEnd> {
  for (let step = 0; step < STEPS; step++) {
    const live = await db().paymentCheckout.findFirst({
      where: { paymentId, state: { in: [...LIVE] } },
    });
    if (!live) {
      const paid = await db().payment.count({ where: { id: paymentId, state: "paid" } });
      return paid > 0 ? "paid" : "ended";
    }
    if (!stripe()) return "away";
    try {
      if (live.sessionId === null) {
        const params = live.params as CheckoutParams;
        const asked = await askForSession({ id: live.id, attempt: live.attempt, params });
        if (asked === "away") return "away";
        continue;
      }
      if (live.state === "open") await expireSession(live.sessionId);
      if ((await settleCheckout(live.id, payables)) === "processing") return "processing";
    } catch (error) {
      if (isStripeAway(error)) return "away";
      throw error;
    }
  }
  return "away";
}
