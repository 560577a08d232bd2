import { db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { isStripeRefusal, stripe } from "#app/platform/stripe.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { idempotencyKey } from "./idempotency-key.server.ts";
import { readRefundState } from "./refund-state.ts";

/** Sends money back at Stripe that came for nothing: a job, which is done again until Stripe has answered. */
export async function returnPayment(checkoutId: number): Promise<void> {
  const client = stripe();
  if (!client) throw new Error("There is no account at Stripe to send money back by.");
  const { paymentId } = await db().paymentCheckout.findUniqueOrThrow({
    where: { id: checkoutId },
    select: { paymentId: true },
  });
  await inRetriedTransaction(async (tx) => {
    await takeTurns(tx, "stripe", paymentId);
    const checkout = await tx.paymentCheckout.findUniqueOrThrow({ where: { id: checkoutId } });
    if (checkout.returnState !== "pending" || checkout.returnId || !checkout.paymentIntent) return;
    const params = {
      payment_intent: checkout.paymentIntent,
      metadata: { return: String(checkoutId) },
    };
    const key = idempotencyKey(`return-${checkoutId}`, 1, params);
    try {
      const refund = await client.refunds.create(params, { idempotencyKey: key });
      await tx.paymentCheckout.update({
        where: { id: checkoutId },
        data: { returnId: refund.id, returnState: readRefundState(refund.status) },
      });
    } catch (error) {
      if (!isStripeRefusal(error)) throw error;
      // Somebody has to look at it: it waits on the page of finance.
      await tx.paymentCheckout.update({
        where: { id: checkoutId },
        data: { returnState: "failed" },
      });
    }
  });
}
