import type { Actor } from "#app/modules/access/actor.ts";
import { may } from "#app/modules/access/permissions.ts";
import { rolesNow } from "#app/modules/access/roles-now.server.ts";
import type { CounterMethod } from "#app/modules/payment-methods/counter-method.ts";
import { loadPaymentMethods } from "#app/modules/payment-methods/load-payment-methods.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { formatMoney } from "#app/platform/words/format.ts";
import { isStoreOpen } from "./load-counter.server.ts";
import { type LockedPayment, lockPayment, tellOf } from "./lock-payment.server.ts";
import { markPaid } from "./mark-paid.server.ts";
import type { Payable } from "./payable.ts";
import { receiptName } from "./payment.ts";

export type CounterPayment = {
  paymentId: number;
  method: CounterMethod;
  /** The number of the till, the terminal or the transfer. */
  receiptNumber: string;
  storeId: number;
  /** The form's: sent twice it is one payment. */
  requestKey: string;
  /** What the page showed as owed, in minor units. */
  amountMinor: number;
};

export type CounterRefusal =
  | "no-such-payment"
  | "not-allowed"
  /** Nobody takes money from themselves. */
  | "own-payment"
  | "unknown-store"
  /** The club takes no money that way any more. */
  | "other-method"
  | "cancelled"
  /** Somebody else has taken it, or it was paid online. */
  | "paid"
  | "amount-changed"
  /** What it is for is kept no longer, and is gone. */
  | "too-late";

export type CounterAnswer =
  /** `receipt`: the club's own number. */
  { ok: true; receipt: string } | { ok: false; refusal: CounterRefusal };

const refused = (refusal: CounterRefusal): CounterAnswer => ({ ok: false, refusal });

/**
 * Notes that a payment was made at a counter, and lets what it is for go on in the same transaction. Of several at
 * once the first is it; a repeat of the same form is answered as the first was.
 */
export async function recordAtCounter(
  taken: CounterPayment,
  actor: Actor,
  payables: readonly Payable[],
): Promise<CounterAnswer> {
  return inRetriedTransaction<CounterAnswer>(async (tx, rollBack) => {
    const answer = await recordWithin(tx, taken, actor, payables);
    return answer.ok ? answer : rollBack(answer);
  });
}

/** The same in the caller's transaction, of which nothing must stay when it is refused. */
export async function recordWithin(
  tx: Db,
  taken: CounterPayment,
  actor: Actor,
  payables: readonly Payable[],
): Promise<CounterAnswer> {
  const requestKey = counterKey(taken.requestKey, actor);
  const roles = (await rolesNow(tx, [actor.by])).get(actor.by) ?? [];
  if (!may(roles, "payments.record")) return refused("not-allowed");
  const locked = await lockPayment(tx, taken.paymentId, payables);
  if (!locked) return refused("no-such-payment");
  const { payment, payable } = locked;
  if (payment.requestKey === requestKey) return { ok: true, receipt: receiptOf(payment) };
  if (payment.member.personId === actor.by) return refused("own-payment");
  if (payment.state !== "open") return refused(payment.state);
  if (payment.amountMinor !== taken.amountMinor) return refused("amount-changed");
  if (!(await isStoreOpen(tx, taken.storeId))) return refused("unknown-store");
  const { counter } = await loadPaymentMethods(tx);
  if (!counter.includes(taken.method)) return refused("other-method");
  const paidAt = new Date();
  if (payment.dueUntil && payment.dueUntil <= paidAt) {
    const stillThere = await payable.onLate?.(tx, tellOf(payment));
    if (!stillThere) return refused("too-late");
  }
  const receipt = await markPaid(tx, payment, payable, {
    paidAt,
    method: taken.method,
    counterReceipt: taken.receiptNumber,
    recordedBy: actor.by,
    storeId: taken.storeId,
    requestKey,
  });
  await writeAudit(tx, {
    personId: actor.by,
    action: "payment.recorded",
    subject: `member:${payment.member.number}`,
    detail: {
      payment: payment.id,
      about: payment.title.en,
      sum: formatMoney(payment.amountMinor, payment.currency, "en"),
      method: taken.method,
      receipt,
      counterReceipt: taken.receiptNumber,
    },
    address: actor.address,
  });
  return { ok: true, receipt };
}

/** By which a form's payment is found again; somebody else's key finds nothing. */
export const counterKey = (requestKey: string, { by }: Actor): string => `${by}:${requestKey}`;

const receiptOf = ({ receiptYear, receiptNumber }: LockedPayment) =>
  receiptName(receiptYear ?? 0, receiptNumber ?? 0);
