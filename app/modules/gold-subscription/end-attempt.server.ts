import type { Payable } from "#app/modules/payments/payable.ts";
import { db } from "#app/platform/db.server.ts";
import { expireSession } from "#app/platform/stripe-sessions.server.ts";
import { askForAttempt } from "./ask-for-attempt.server.ts";
import { settleSubscriber } from "./settle-subscriber.server.ts";
import type { SubscriptionParams } from "./subscription-params.ts";

/**
 * Ends the session at which a member may be subscribing. One that is complete already counts: then they have
 * subscribed.
 *
 * @throws what `isStripeAway` knows, where Stripe does not answer.
 */
export async function endAttempt(memberId: number, payables: readonly Payable[]): Promise<void> {
  const live = { memberId, state: { in: ["asked", "open"] } };
  const before = await db().goldCheckout.findFirst({ where: live });
  if (before && before.sessionId === null) {
    // Nobody knows whether Stripe has it: asked for again under its key it is the same one.
    const { id, attempt } = before;
    await askForAttempt({ id, attempt, params: before.params as SubscriptionParams });
  }
  const open = await db().goldCheckout.findFirst({ where: live });
  if (open?.sessionId) await expireSession(open.sessionId);
  await settleSubscriber(memberId, payables);
}
