import { log } from "#app/platform/log.server.ts";
import { isStripeAway, isStripeRefusal, stripe } from "#app/platform/stripe.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { CheckoutParams } from "./checkout-params.ts";
import { idempotencyKey } from "./idempotency-key.server.ts";

export type AskedSession = { id: number; attempt: number; params: CheckoutParams };

/**
 * Asks Stripe for the session of an attempt that is written down. Asked again it is the same session.
 *
 * @returns its address; "away" where Stripe does not answer; null where it will not have it: the attempt is over.
 */
export async function askForSession({
  id,
  attempt,
  params,
}: AskedSession): Promise<string | "away" | null> {
  const client = stripe();
  if (!client) return "away";
  const key = idempotencyKey(params.client_reference_id, attempt, params);
  try {
    const session = await client.checkout.sessions.create(params, { idempotencyKey: key });
    await inRetriedTransaction((tx) =>
      tx.paymentCheckout.updateMany({
        where: { id, state: "asked" },
        data: { state: "open", sessionId: session.id, url: session.url },
      }),
    );
    return session.url;
  } catch (error) {
    if (isStripeAway(error)) return "away";
    if (!isStripeRefusal(error)) throw error;
    log().error({ code: error.code, param: error.param, err: error }, "Stripe opened no session");
    await inRetriedTransaction((tx) =>
      tx.paymentCheckout.updateMany({
        where: { id, state: "asked" },
        data: { state: "failed" },
      }),
    );
    return null;
  }
}
