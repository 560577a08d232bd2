import { db } from "#app/platform/db.server.ts";
import { idempotencyKey } from "#app/platform/idempotency-key.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { isStripeRefusal, stripe } from "#app/platform/stripe.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { RefundState } from "./payment.ts";
import { readRefundState } from "./refund-state.ts";

/** Sends money back at Stripe that came for nothing: a job, which is done again until Stripe has answered. */
export async function returnPayment(checkoutId: number): Promise<void> {
  const client = stripe();
  if (!client) throw new Error("There is no account at Stripe to send money back by.");
  const checkout = await db().paymentCheckout.findUniqueOrThrow({ where: { id: checkoutId } });
  const { paymentIntent, returnState, returnId, paymentId } = checkout;
  if (returnState !== "pending" || returnId || !paymentIntent) return;
  const params = { payment_intent: paymentIntent, metadata: { return: String(checkoutId) } };
  const key = idempotencyKey(`return-${checkoutId}`, 1, params);
  // What Stripe tells of it by a webhook may be written first, and is newer.
  const write = (data: { returnId?: string; returnState: RefundState }) =>
    inRetriedTransaction(async (tx) => {
      await takeTurns(tx, "stripe", paymentId);
      await tx.paymentCheckout.updateMany({
        where: { id: checkoutId, returnState: "pending", returnId: null },
        data,
      });
    });
  try {
    const refund = await client.refunds.create(params, { idempotencyKey: key });
    await write({ returnId: refund.id, returnState: readRefundState(refund.status) });
  } catch (error) {
    if (!isStripeRefusal(error)) throw error;
    // Somebody has to look at it: it waits on the page of finance.
    await write({ returnState: "failed" });
  }
}
