import type { Actor } from "#app/modules/access/actor.ts";
import { may } from "#app/modules/access/permissions.ts";
import { rolesNow } from "#app/modules/access/roles-now.server.ts";
import type { CounterMethod } from "#app/modules/payment-methods/counter-method.ts";
import { endCheckout } from "#app/modules/payments/end-checkout.server.ts";
import {
  type CounterRefusal,
  counterKey,
  recordWithin,
} from "#app/modules/payments/record-at-counter.server.ts";
import { findMember } from "#app/modules/person/find-member.server.ts";
import { lockOrdersOf } from "#app/modules/service/rejudge-orders.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { duesPayable } from "./dues-payable.server.ts";
import { type OweRefusal, oweWithin } from "./owe-gold-year.server.ts";

export type SoldGoldYear = {
  /** The member's number. */
  number: string;
  method: CounterMethod;
  /** The number of the till, the terminal or the transfer. */
  receiptNumber: string;
  storeId: number;
  /** The form's: sent twice it is one year. */
  requestKey: string;
  /** What the page showed, in minor units. */
  amountMinor: number;
};

export type SellRefusal =
  | OweRefusal
  | { refusal: CounterRefusal }
  | { refusal: "no-such-member" }
  /** It is being paid online by a way that takes days. */
  | { refusal: "processing" };

export type SellAnswer = { ok: true; paymentId: number } | ({ ok: false } & SellRefusal);

/**
 * Sells a member a year of gold at the counter: it is owed, paid and begun in one transaction. Where they have asked
 * for one already, that is what is paid; whoever is paying it online at this moment is stopped there first.
 */
export async function sellGoldYear(sold: SoldGoldYear, actor: Actor): Promise<SellAnswer> {
  const { number, amountMinor } = sold;
  const online = await endOnline(number);
  if (online === "processing") return { ok: false, refusal: "processing" };
  return inRetriedTransaction<SellAnswer>(async (tx, rollBack) => {
    const roles = (await rolesNow(tx, [actor.by])).get(actor.by) ?? [];
    if (!may(roles, "dues.sell")) return { ok: false, refusal: "not-allowed" };
    const member = await findMember(tx, number);
    if (!member) return { ok: false, refusal: "no-such-member" };
    await lockOrdersOf(tx, member.id);
    const before = await tx.payment.findFirst({
      where: { memberId: member.id, requestKey: counterKey(sold.requestKey, actor) },
      select: { id: true },
    });
    if (before) return { ok: true, paymentId: before.id };
    if (member.personId === actor.by) return { ok: false, refusal: "own-payment" };
    const wanted = { memberId: member.id, seenMinor: amountMinor, by: actor.by };
    const owed = await oweWithin(tx, wanted);
    if (!owed.ok) return owed;
    const { paymentId } = owed;
    const recorded = await recordWithin(tx, { ...sold, paymentId }, actor, [duesPayable]);
    return recorded.ok
      ? { ok: true, paymentId }
      : rollBack({ ok: false, refusal: recorded.refusal });
  });
}

async function endOnline(number: string) {
  const owed = await db().goldYear.findFirst({
    where: { member: { number }, state: "owed" },
    select: { paymentId: true },
  });
  return owed ? endCheckout(owed.paymentId, [duesPayable]) : "ended";
}
