import { db } from "#app/platform/db.server.ts";
import { idempotencyKey } from "#app/platform/idempotency-key.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { isStripeRefusal, stripe } from "#app/platform/stripe.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { RefundState } from "./payment.ts";
import { readRefundState } from "./refund-state.ts";
import { toStripeAmount } from "./stripe-amount.ts";

/**
 * Asks Stripe for a refund that is written down: a job, which is done again until Stripe has answered. Asked again it
 * is the same refund; where Stripe will not have it the money can be given back otherwise, and finance is told.
 */
export async function sendRefund(refundId: number): Promise<void> {
  const client = stripe();
  if (!client) throw new Error("There is no account at Stripe to give money back by.");
  const refund = await db().paymentRefund.findUniqueOrThrow({
    where: { id: refundId },
    include: { payment: { include: { checkouts: { where: { state: "paid" } } } } },
  });
  const intent = refund.payment.checkouts[0]?.paymentIntent;
  const amount = toStripeAmount(Number(refund.amountMinor), refund.payment.currency);
  if (refund.state !== "pending" || refund.stripeId !== null || !intent || !amount) return;
  const params = { payment_intent: intent, amount, metadata: { refund: String(refundId) } };
  const key = idempotencyKey(`refund-${refundId}`, 1, params);
  // What Stripe tells of it by a webhook may be written first, and is newer.
  const write = (state: RefundState, stripeId?: string) =>
    inRetriedTransaction(async (tx) => {
      await takeTurns(tx, "stripe", refund.paymentId);
      await tx.paymentRefund.updateMany({
        where: { id: refundId, state: "pending", stripeId: null },
        data: {
          state,
          lookedAt: new Date(),
          settledAt: state === "pending" ? null : new Date(),
          ...(stripeId ? { stripeId } : {}),
        },
      });
    });
  try {
    const sent = await client.refunds.create(params, { idempotencyKey: key });
    await write(readRefundState(sent.status), sent.id);
  } catch (error) {
    if (!isStripeRefusal(error)) throw error;
    await write("failed");
  }
}
