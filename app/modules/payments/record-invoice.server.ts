import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { hashOf } from "#app/platform/idempotency-key.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { formatMoney } from "#app/platform/words/format.ts";
import { lockPayment } from "./lock-payment.server.ts";
import { markPaid } from "./mark-paid.server.ts";
import { owePayment, type PaymentOwed } from "./owe-payment.server.ts";
import type { Payable } from "./payable.ts";

export type PaidInvoice = Omit<PaymentOwed, "reference" | "dueUntil"> & {
  /** Stripe's id of it, by which the payment is known to what it is for. */
  invoiceId: string;
  /** By which Stripe took the money, and can give it back. */
  paymentIntent: string;
};

/**
 * Writes down that Stripe took money for an invoice of its own, such as a subscription's, in the caller's transaction:
 * one payment with its receipt, which is refunded, disputed and counted like any other. Of somebody who has left
 * meanwhile it comes for nothing, and goes back.
 *
 * The caller has found that there is none of that invoice, and keeps others from finding so too; an index does as well.
 *
 * @returns the payment's id.
 */
export async function recordInvoice(
  tx: Db,
  { invoiceId, paymentIntent, ...owed }: PaidInvoice,
  payables: readonly Payable[],
): Promise<number> {
  const id = await owePayment(tx, { ...owed, reference: invoiceId, dueUntil: null });
  const locked = await lockPayment(tx, id, payables);
  if (!locked) throw new Error(`Nobody looks after payments of ${owed.purpose}.`);
  const { payment, payable } = locked;
  const left = payment.member.person.closedAt !== null;
  const now = new Date();
  const params = { invoice: invoiceId };
  const { id: checkoutId } = await tx.paymentCheckout.create({
    data: {
      paymentId: id,
      attempt: 1,
      params,
      inputsHash: hashOf(JSON.stringify(params)),
      invoiceId,
      paymentIntent,
      expiresAt: now,
      lookedAt: now,
      ...(left ? { state: "returned", returnState: "pending" } : { state: "paid" }),
    },
    select: { id: true },
  });
  const about = {
    payment: id,
    about: payment.title.en,
    sum: formatMoney(payment.amountMinor, payment.currency, "en"),
  };
  const subject = `member:${payment.member.number}`;
  if (left) {
    await tx.payment.update({ where: { id }, data: { state: "cancelled", cancelledAt: now } });
    await enqueue(tx, "return-payment", { checkoutId }, { jobKey: `return-payment:${checkoutId}` });
    await writeAudit(tx, { personId: null, action: "payment.returned", subject, detail: about });
    return id;
  }
  const receipt = await markPaid(tx, payment, payable, { paidAt: now, method: "stripe" });
  const detail = { ...about, receipt };
  await writeAudit(tx, { personId: null, action: "payment.paid-online", subject, detail });
  return id;
}

/** Has somebody of finance look after a payment, in the caller's transaction. Done again it changes nothing. */
export async function askFinance(tx: Db, paymentId: number, kind: "second-subscription") {
  const data = [{ paymentId, kind }];
  await tx.paymentQuestion.createMany({ data, skipDuplicates: true });
}
