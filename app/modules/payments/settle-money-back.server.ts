import type Stripe from "stripe";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import { askAndWrite } from "#app/platform/ask-and-write.server.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { stripe } from "#app/platform/stripe.server.ts";
import { askedCheckout } from "./checkout-version.server.ts";
import { type LockedPayment, lockPayment, tellOf } from "./lock-payment.server.ts";
import type { Payable } from "./payable.ts";
import { type RefundState, refundableOf } from "./payment.ts";
import { readRefundState } from "./refund-state.ts";
import { fromStripeAmount } from "./stripe-amount.ts";

/** Stripe lists no more at once; a payment is given back in fewer parts. */
const MOST = 100;

/**
 * Asks Stripe what went back of a payment and whether it is disputed, and writes it down. Also what was done in
 * Stripe's own dashboard: the money is written down, and what it was paid for stays.
 */
export async function settleMoneyBack(
  checkoutId: number,
  payables: readonly Payable[],
): Promise<void> {
  const client = stripe();
  if (!client) throw new Error("There is no account at Stripe to ask.");
  await askAndWrite(
    await askedCheckout(checkoutId),
    async () => {
      const { paymentIntent } = await db().paymentCheckout.findUniqueOrThrow({
        where: { id: checkoutId },
      });
      if (!paymentIntent) return null;
      const asked = { payment_intent: paymentIntent, limit: MOST };
      const refunds = await client.refunds.list(asked);
      return { refunds: refunds.data, disputes: (await client.disputes.list(asked)).data };
    },
    (tx, told) => write(tx, checkoutId, told, payables),
  );
}

async function write(
  tx: Db,
  checkoutId: number,
  { refunds, disputes }: { refunds: Stripe.Refund[]; disputes: Stripe.Dispute[] },
  payables: readonly Payable[],
): Promise<void> {
  const { state, paymentId, returnId } = await tx.paymentCheckout.update({
    where: { id: checkoutId },
    data: { lookedAt: new Date() },
  });
  if (state === "returned") {
    const returned = refunds.find(({ id }) => id === returnId) ?? refunds[0];
    if (!returned) return;
    await tx.paymentCheckout.update({
      where: { id: checkoutId },
      data: { returnId: returned.id, returnState: readRefundState(returned.status) },
    });
  }
  if (state !== "paid") return;
  const locked = await lockPayment(tx, paymentId, payables);
  if (!locked) throw new Error(`Nobody looks after payment ${paymentId}.`);
  await writeRefunds(tx, locked, refunds);
  for (const dispute of disputes) await writeDispute(tx, locked.payment, dispute);
}

async function writeRefunds(
  tx: Db,
  { payment, payable }: { payment: LockedPayment; payable: Payable },
  told: readonly Stripe.Refund[],
): Promise<void> {
  const ours = await tx.paymentRefund.findMany({ where: { paymentId: payment.id } });
  const rows = told.map((refund) => ({
    refund,
    state: readRefundState(refund.status),
    own: ours.find(
      ({ id, stripeId, method }) =>
        stripeId === refund.id ||
        (stripeId === null && method === "stripe" && String(id) === refund.metadata?.refund),
    ),
  }));
  // What failed first: only then is there room for what came after it.
  const lost = (state: RefundState) => state === "failed" || state === "cancelled";
  rows.sort((one, other) => Number(lost(other.state)) - Number(lost(one.state)));
  for (const { refund, state, own } of rows) {
    if (!own) await writeForeign(tx, { payment, payable }, refund, state);
    else if (own.state !== state || own.stripeId !== refund.id) {
      await tx.paymentRefund.update({
        where: { id: own.id },
        data: {
          state,
          stripeId: refund.id,
          lookedAt: new Date(),
          settledAt: state === "pending" ? null : (own.settledAt ?? new Date()),
        },
      });
    }
  }
}

/** One that was made in Stripe's dashboard: money, and a task for finance. */
async function writeForeign(
  tx: Db,
  { payment, payable }: { payment: LockedPayment; payable: Payable },
  refund: Stripe.Refund,
  state: RefundState,
): Promise<void> {
  const amountMinor = fromStripeAmount(refund.amount, payment.currency);
  const { id } = await tx.paymentRefund.create({
    data: {
      paymentId: payment.id,
      amountMinor,
      method: "stripe",
      state,
      stripeId: refund.id,
      lookedAt: new Date(),
      settledAt: state === "pending" ? null : new Date(),
      requestKey: `stripe:${refund.id}`,
    },
    select: { id: true },
  });
  if (state === "failed" || state === "cancelled") return;
  const now = await tx.paymentRefund.findMany({ where: { paymentId: payment.id } });
  const left = refundableOf(
    payment.amountMinor,
    now.map((row) => ({
      amountMinor: Number(row.amountMinor),
      state: row.state as RefundState,
    })),
  );
  await payable.onRefunded?.(tx, tellOf(payment), {
    id,
    amountMinor,
    whole: left === 0,
    takeBack: false,
    endRenewal: false,
    by: null,
  });
  await writeLetterTo(tx, payment.member.person, {
    template: "payment-refunded",
    props: {
      paymentId: payment.id,
      title: payment.title,
      amountMinor,
      currency: payment.currency,
      method: "stripe",
      reason: null,
    },
    dedupKey: `payment-refunded:${id}`,
  });
}

async function writeDispute(tx: Db, payment: LockedPayment, dispute: Stripe.Dispute) {
  const state = disputeState(dispute.status);
  const known = {
    paymentId: payment.id,
    amountMinor: fromStripeAmount(dispute.amount, payment.currency),
    reason: dispute.reason,
    state,
    changedAt: new Date(),
  };
  await tx.paymentDispute.upsert({
    where: { id: dispute.id },
    create: { id: dispute.id, openedAt: new Date(dispute.created * 1000), ...known },
    update: known,
  });
}

/** A warning that was closed came to nothing; whatever is not decided yet is open. */
function disputeState(status: string): "open" | "won" | "lost" {
  if (status === "lost") return "lost";
  return status === "won" || status === "warning_closed" || status === "prevented" ? "won" : "open";
}
