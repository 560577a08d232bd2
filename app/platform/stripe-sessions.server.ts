import type Stripe from "stripe";
import { idempotencyKey } from "./idempotency-key.server.ts";
import { log } from "./log.server.ts";
import { isStripeAway, isStripeRefusal, stripe } from "./stripe.server.ts";

/**
 * Asks Stripe for a Checkout Session, under a key made of what it is for, which attempt, and all it is asked with.
 *
 * @returns "away" where Stripe does not answer; null where it will not have it.
 */
export async function createSession(
  params: Stripe.Checkout.SessionCreateParams & { client_reference_id: string },
  attempt: number,
): Promise<Stripe.Checkout.Session | "away" | null> {
  const client = stripe();
  if (!client) return "away";
  const key = idempotencyKey(params.client_reference_id, attempt, params);
  try {
    return await client.checkout.sessions.create(params, { idempotencyKey: key });
  } catch (error) {
    if (isStripeAway(error)) return "away";
    if (!isStripeRefusal(error)) throw error;
    log().error({ code: error.code, param: error.param, err: error }, "Stripe opened no session");
    return null;
  }
}

/** Ends a session at Stripe. One that is over already is left as it is: what it came to is read afterwards. */
export async function expireSession(sessionId: string): Promise<void> {
  const key = idempotencyKey(`expire-${sessionId}`, 1, {});
  try {
    await stripe()?.checkout.sessions.expire(sessionId, {}, { idempotencyKey: key });
  } catch (error) {
    if (!isStripeRefusal(error)) throw error;
  }
}
