import { READER, type Reader } from "#app/modules/person/reader.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type Payable, payableOf } from "./payable.ts";
import type { PaymentFor, PaymentMethod, PaymentState, Purpose, RefundState } from "./payment.ts";

/** A payment that nobody else changes until the caller's transaction ends. */
export type LockedPayment = PaymentFor & {
  method: PaymentMethod | null;
  receiptYear: number | null;
  receiptNumber: number | null;
  requestKey: string | null;
  member: { number: string; personId: number; person: Reader };
  refunds: {
    id: number;
    amountMinor: number;
    state: RefundState;
    method: PaymentMethod;
    requestKey: string;
    takeBack: boolean | null;
    endRenewal: boolean | null;
  }[];
};

/**
 * Locks what a payment is for, then the payment: everything that changes one comes through here, so that of two
 * who change it at once the second sees what the first did.
 *
 * @returns null where there is no such payment, or nobody looks after what it is for.
 */
export async function lockPayment(
  tx: Db,
  paymentId: number,
  payables: readonly Payable[],
): Promise<{ payment: LockedPayment; payable: Payable } | null> {
  const named = await tx.payment.findUnique({
    where: { id: paymentId },
    select: { purpose: true, reference: true },
  });
  if (!named) return null;
  const payable = payableOf(payables, named.purpose as Purpose);
  if (!payable) return null;
  await payable.lock?.(tx, named.reference);
  return { payment: await lockRow(tx, paymentId), payable };
}

/** The same for the noun that it is for, which has locked its own already. */
export async function lockRow(tx: Db, paymentId: number): Promise<LockedPayment> {
  await tx.$executeRaw`select id from payment where id = ${paymentId} for no key update`;
  const row = await tx.payment.findUniqueOrThrow({
    where: { id: paymentId },
    include: {
      member: { select: { number: true, personId: true, person: { select: READER } } },
      refunds: {
        select: {
          ...{ id: true, amountMinor: true, state: true, method: true },
          ...{ requestKey: true, takeBack: true, endRenewal: true },
        },
        orderBy: { id: "asc" },
      },
    },
  });
  return {
    id: row.id,
    purpose: row.purpose as Purpose,
    reference: row.reference,
    memberId: row.memberId,
    title: { en: row.titleEn, zh: row.titleZh },
    amountMinor: Number(row.amountMinor),
    currency: row.currency,
    state: row.state as PaymentState,
    dueUntil: row.dueUntil,
    method: row.method as PaymentMethod | null,
    receiptYear: row.receiptYear,
    receiptNumber: row.receiptNumber,
    requestKey: row.requestKey,
    member: row.member,
    refunds: row.refunds.map((refund) => ({
      ...refund,
      amountMinor: Number(refund.amountMinor),
      state: refund.state as RefundState,
      method: refund.method as PaymentMethod,
    })),
  };
}

/** What whatever it is for is told: nothing of how it was paid. */
export const tellOf = (payment: LockedPayment): PaymentFor => ({
  id: payment.id,
  purpose: payment.purpose,
  reference: payment.reference,
  memberId: payment.memberId,
  title: payment.title,
  amountMinor: payment.amountMinor,
  currency: payment.currency,
  state: payment.state,
  dueUntil: payment.dueUntil,
});
