import { type Db, db } from "#app/platform/db.server.ts";
import { isStripeAway, stripe } from "#app/platform/stripe.server.ts";
import { type CheckoutState, LIVE } from "./checkout-state.ts";
import type { Payable } from "./payable.ts";
import { settleCheckout } from "./settle-checkout.server.ts";

/** A session in which somebody may be paying. */
export type LiveCheckout = {
  state: CheckoutState;
  /** Where the member goes on with it; null where there is nothing to go on with. */
  url: string | null;
  expiresAt: Date;
};

/** The session that is open for a payment; null where none is. */
export async function loadCheckout(on: Db, paymentId: number): Promise<LiveCheckout | null> {
  const live = await on.paymentCheckout.findFirst({
    where: { paymentId, state: { in: [...LIVE] } },
    select: { state: true, url: true, expiresAt: true },
  });
  return live && { ...live, state: live.state as CheckoutState };
}

/** Asks Stripe at once, for somebody who comes back from paying before the webhook does; the poll asks again. */
export async function lookAtCheckout(
  paymentId: number,
  payables: readonly Payable[],
): Promise<void> {
  if (!stripe()) return;
  const live = await db().paymentCheckout.findFirst({
    where: { paymentId, state: { in: [...LIVE] }, sessionId: { not: null } },
    select: { id: true },
  });
  if (!live) return;
  try {
    await settleCheckout(live.id, payables);
  } catch (error) {
    if (!isStripeAway(error)) throw error;
  }
}
