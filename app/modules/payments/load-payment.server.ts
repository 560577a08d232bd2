import { storeShown } from "#app/modules/club/store-shown.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import {
  type PaymentFor,
  type PaymentMethod,
  type PaymentState,
  type Purpose,
  type RefundState,
  receiptName,
  refundableOf,
} from "./payment.ts";

/** A refund as a page shows it. Money is in the smallest unit of the payment's currency. */
export type RefundShown = {
  id: number;
  amountMinor: number;
  reason: string | null;
  method: PaymentMethod;
  state: RefundState;
  counterReceipt: string | null;
  by: string | null;
  createdAt: Date;
};

/** A payment with all that was done with it. */
export type PaymentPage = PaymentFor & {
  member: { number: string; name: string; personId: number; closed: boolean };
  createdAt: Date;
  cancelledAt: Date | null;
  /** Kept no longer, though nobody has cancelled it yet. */
  overdue: boolean;
  paidAt: Date | null;
  method: PaymentMethod | null;
  counterReceipt: string | null;
  /** The club's own number; null until it is paid. */
  receipt: string | null;
  recordedBy: string | null;
  store: InBoth | null;
  refunds: RefundShown[];
  /** What can still be given back; nought for what is not paid. */
  refundableMinor: number;
  /** What of it was given up, in whole or in part, and has not gone back; nought once finance said that it stays. */
  dueBackMinor: number;
  /** The member's bank has taken the money back, for now or for good: it cannot be refunded. */
  disputed: boolean;
};

/**
 * Reads one payment.
 *
 * @param ofMember where its owner asks: anybody else's is not there.
 * @returns null where there is no such payment.
 */
export async function loadPayment(
  db: Db,
  id: number,
  ofMember?: number,
): Promise<PaymentPage | null> {
  const row = await db.payment.findFirst({
    where: { id, ...(ofMember === undefined ? {} : { memberId: ofMember }) },
    include: {
      member: {
        select: {
          number: true,
          personId: true,
          person: { select: { name: true, closedAt: true } },
        },
      },
      store: { select: { name: true, nameEn: true } },
      refunds: { orderBy: { id: "asc" } },
      givenUp: { where: { seenBy: null } },
      disputes: { where: { state: { in: ["open", "lost"] } }, select: { state: true } },
    },
  });
  if (!row) return null;
  const nameOf = await namesOf(db, [
    row.recordedBy,
    ...row.refunds.map(({ requestedBy }) => requestedBy),
  ]);
  const amountMinor = Number(row.amountMinor);
  const refunds = row.refunds.map((refund) => ({
    id: refund.id,
    amountMinor: Number(refund.amountMinor),
    reason: refund.reason,
    method: refund.method as PaymentMethod,
    state: refund.state as RefundState,
    counterReceipt: refund.counterReceipt,
    by: nameOf(refund.requestedBy),
    createdAt: refund.createdAt,
  }));
  const left = refundableOf(amountMinor, refunds);
  return {
    id: row.id,
    purpose: row.purpose as Purpose,
    reference: row.reference,
    memberId: row.memberId,
    member: {
      number: row.member.number,
      name: row.member.person.name,
      personId: row.member.personId,
      closed: row.member.person.closedAt !== null,
    },
    title: { en: row.titleEn, zh: row.titleZh },
    amountMinor,
    currency: row.currency,
    state: row.state as PaymentState,
    dueUntil: row.dueUntil,
    overdue: row.state === "open" && row.dueUntil !== null && row.dueUntil <= new Date(),
    createdAt: row.createdAt,
    cancelledAt: row.cancelledAt,
    paidAt: row.paidAt,
    method: row.method as PaymentMethod | null,
    counterReceipt: row.counterReceipt,
    receipt:
      row.receiptYear === null || row.receiptNumber === null
        ? null
        : receiptName(row.receiptYear, row.receiptNumber),
    recordedBy: nameOf(row.recordedBy),
    store: row.store && storeShown(row.store),
    refunds,
    disputed: row.disputes.length > 0,
    dueBackMinor: row.givenUp
      ? Math.max(0, Number(row.givenUp.amountMinor ?? amountMinor) - (amountMinor - left))
      : 0,
    refundableMinor: row.state === "paid" ? left : 0,
  };
}

async function namesOf(
  db: Db,
  ids: readonly (number | null)[],
): Promise<(id: number | null) => string | null> {
  const known = ids.filter((id) => id !== null);
  const people =
    known.length === 0
      ? []
      : await db.person.findMany({
          where: { id: { in: known } },
          select: { id: true, name: true },
        });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? null : (names.get(id) ?? null));
}
