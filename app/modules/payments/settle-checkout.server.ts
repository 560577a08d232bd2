import type Stripe from "stripe";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import { askAndWrite } from "#app/platform/ask-and-write.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { isUnknownToStripe, stripe } from "#app/platform/stripe.server.ts";
import { inSavepoint } from "#app/platform/transaction.server.ts";
import { formatMoney } from "#app/platform/words/format.ts";
import type { CheckoutParams } from "./checkout-params.ts";
import { type CheckoutState, judgeSession, LIVE } from "./checkout-state.ts";
import { askedCheckout } from "./checkout-version.server.ts";
import { type LockedPayment, lockPayment, tellOf } from "./lock-payment.server.ts";
import { markPaid } from "./mark-paid.server.ts";
import type { Payable } from "./payable.ts";
import { receiptName } from "./payment.ts";

/**
 * Asks Stripe how a session stands and writes it down. Done again it changes nothing.
 *
 * @returns how it stands now.
 * @throws what `isStripeAway` knows, where Stripe does not answer: then nothing was written.
 */
export async function settleCheckout(
  checkoutId: number,
  payables: readonly Payable[],
): Promise<CheckoutState> {
  const settled = await askAndWrite(
    await askedCheckout(checkoutId),
    async () => {
      const { state, sessionId } = await db().paymentCheckout.findUniqueOrThrow({
        where: { id: checkoutId },
      });
      if (sessionId === null || !LIVE.includes(state as CheckoutState)) return null;
      return { session: await readSession(sessionId) };
    },
    (tx, { session }) => write(tx, checkoutId, session, payables),
  );
  if (settled) return settled;
  const { state } = await db().paymentCheckout.findUniqueOrThrow({ where: { id: checkoutId } });
  return state as CheckoutState;
}

async function write(
  tx: Db,
  checkoutId: number,
  session: Stripe.Checkout.Session | null,
  payables: readonly Payable[],
): Promise<CheckoutState> {
  const checkout = await tx.paymentCheckout.findUniqueOrThrow({ where: { id: checkoutId } });
  const state = session ? judgeSession(session) : "failed";
  if (session && state === "paid") {
    const { paymentId } = checkout;
    const params = checkout.params as CheckoutParams;
    return take(tx, { id: checkoutId, paymentId, params }, session, payables);
  }
  await tx.paymentCheckout.update({
    where: { id: checkoutId },
    data: {
      state,
      lookedAt: new Date(),
      url: state === "open" ? checkout.url : null,
      paymentIntent: session ? intentOf(session) : null,
    },
  });
  return state;
}

/** Null for one that Stripe no longer knows: nothing can be paid by it. */
async function readSession(id: string): Promise<Stripe.Checkout.Session | null> {
  const client = stripe();
  if (!client) throw new Error("There is no account at Stripe to ask.");
  try {
    return await client.checkout.sessions.retrieve(id, { expand: ["payment_intent"] });
  } catch (error) {
    if (isUnknownToStripe(error)) return null;
    throw error;
  }
}

const intentOf = ({ payment_intent: intent }: Stripe.Checkout.Session): string | null =>
  intent !== null && typeof intent === "object" ? intent.id : intent;

/** Money has come: it pays what is owed, or what can still be had, and otherwise it goes back. */
async function take(
  tx: Db,
  checkout: { id: number; paymentId: number; params: CheckoutParams },
  session: Stripe.Checkout.Session,
  payables: readonly Payable[],
): Promise<CheckoutState> {
  const { currency, unit_amount: asked } = checkout.params.line_items[0].price_data;
  if (session.amount_total !== asked || session.currency !== currency) {
    throw new Error(`Session ${session.id} brought another sum than it was asked for.`);
  }
  const locked = await lockPayment(tx, checkout.paymentId, payables);
  if (!locked) throw new Error(`Nobody looks after payment ${checkout.paymentId}.`);
  const { payment, payable } = locked;
  const wanted =
    payment.state === "open" ||
    (payment.state === "cancelled" && (await isStillThere(tx, payment, payable)));
  const now = new Date();
  const read = { lookedAt: now, url: null, paymentIntent: intentOf(session) };
  if (!wanted) {
    await tx.paymentCheckout.update({
      where: { id: checkout.id },
      data: { ...read, state: "returned", returnState: "pending" },
    });
    await giveBack(tx, checkout.id, payment);
    return "returned";
  }
  await tx.paymentCheckout.update({
    where: { id: checkout.id },
    data: { ...read, state: "paid" },
  });
  const receipt = await markPaid(tx, payment, payable, { paidAt: now, method: "stripe" });
  await writeAudit(tx, {
    personId: null,
    action: "payment.paid-online",
    subject: `member:${payment.member.number}`,
    detail: { payment: payment.id, about: payment.title.en, sum: sumOf(payment), receipt },
  });
  return "paid";
}

async function isStillThere(tx: Db, payment: LockedPayment, payable: Payable): Promise<boolean> {
  return inSavepoint(
    tx,
    async () => (await payable.onLate?.(tx, tellOf(payment))) ?? false,
    (there) => there,
  );
}

/** Money for what is gone, or was paid otherwise meanwhile: the queue sends it back, and its owner is told. */
async function giveBack(tx: Db, checkoutId: number, payment: LockedPayment): Promise<void> {
  await enqueue(tx, "return-payment", { checkoutId }, { jobKey: `return-payment:${checkoutId}` });
  await writeAudit(tx, {
    personId: null,
    action: "payment.returned",
    subject: `member:${payment.member.number}`,
    detail: {
      payment: payment.id,
      about: payment.title.en,
      sum: sumOf(payment),
      ...(payment.receiptYear !== null && payment.receiptNumber !== null
        ? { receipt: receiptName(payment.receiptYear, payment.receiptNumber) }
        : {}),
    },
  });
  await writeLetterTo(tx, payment.member.person, {
    template: "payment-returned",
    props: {
      paymentId: payment.id,
      title: payment.title,
      amountMinor: payment.amountMinor,
      currency: payment.currency,
      why: payment.state === "paid" ? "paid-already" : "gone",
    },
    dedupKey: `payment-returned:${checkoutId}`,
  });
}

const sumOf = ({ amountMinor, currency }: LockedPayment) =>
  formatMoney(amountMinor, currency, "en");
