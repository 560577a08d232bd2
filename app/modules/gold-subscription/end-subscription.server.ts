import type { Payable } from "#app/modules/payments/payable.ts";
import { db } from "#app/platform/db.server.ts";
import { isStripeRefusal, stripe } from "#app/platform/stripe.server.ts";
import { settleSubscriber } from "./settle-subscriber.server.ts";

/**
 * Ends a subscription at Stripe at once: a job, which is done again until Stripe has answered. Nothing is charged any
 * more, and nothing goes back: what was paid for lasts.
 */
export async function endSubscription(id: string, payables: readonly Payable[]): Promise<void> {
  const client = stripe();
  if (!client) throw new Error("There is no account at Stripe to end a subscription at.");
  const known = await db().goldSubscription.findUniqueOrThrow({ where: { id } });
  try {
    await client.subscriptions.cancel(id);
  } catch (error) {
    // It is over already, or Stripe knows nothing of it.
    if (!isStripeRefusal(error)) throw error;
  }
  await settleSubscriber(known.memberId, payables);
}
