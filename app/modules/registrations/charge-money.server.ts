import { type PartyPrice, payBy, toPay } from "#app/modules/parties/price.ts";
import { cancelPayment, notePartGivenUp } from "#app/modules/payments/cancel-payment.server.ts";
import { owePayment } from "#app/modules/payments/owe-payment.server.ts";
import { type PaymentOf, paymentsOf } from "#app/modules/payments/payment-sql.server.ts";
import type { LockedEvent } from "#app/modules/seats/lock-event.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { BeingPaid } from "./give-back.server.ts";
import { type LockedParty, planOf } from "./lock-registration.server.ts";

export type MoneyCharged = {
  /** What the registration keeps of it; nothing where nothing has changed. */
  charged: { moneyMinor?: number; paymentId?: number | null };
  /** What comes back by finance. */
  backMinor: number;
};

/** What a party has paid and owes: each payment by itself, and what is still paid for. */
export async function moneyOf(on: Db, registrationId: number) {
  const payments = await paymentsOf(on, "event", registrationId);
  const paid = payments.filter(({ state }) => state === "paid");
  return {
    owed: payments.find(({ state }) => state === "open") ?? null,
    paid,
    paidMinor: paid.reduce((sum, { keptMinor }) => sum + keptMinor, 0),
    leftMinor: paid.reduce((sum, { leftMinor }) => sum + leftMinor, 0),
  };
}

/**
 * Has a party that has changed owe what it has not paid, in one payment anew, or gives up what it has paid too much:
 * that goes back by finance, out of its last payments first.
 *
 * @param isFree whether what was paid for who leaves comes back.
 * @throws BeingPaid where money may be on its way.
 */
export async function chargeMoney(
  tx: Db,
  event: LockedEvent,
  party: Pick<LockedParty, "id"> & { memberId: number },
  { moneyMinor, currency }: PartyPrice,
  isFree: boolean,
): Promise<MoneyCharged> {
  const { owed, paid, paidMinor } = await moneyOf(tx, party.id);
  const total = toPay(moneyMinor, paidMinor, isFree);
  if (total === paidMinor + (owed?.amountMinor ?? 0)) return { charged: {}, backMinor: 0 };
  if (owed) {
    const gone = await cancelPayment(tx, owed.id);
    if (!gone.ok) throw new BeingPaid();
  }
  const backMinor = Math.max(0, paidMinor - total);
  await giveUp(tx, paid, backMinor);
  const more = total - paidMinor;
  const paymentId =
    more > 0 && currency !== null
      ? await owePayment(tx, {
          purpose: "event",
          reference: party.id,
          memberId: party.memberId,
          title: event.plan.title,
          amountMinor: more,
          currency,
          dueUntil: payBy(event.plan, event.now),
        })
      : (paid.at(-1)?.id ?? null);
  return { charged: { moneyMinor: total, paymentId }, backMinor };
}

async function giveUp(tx: Db, paid: readonly PaymentOf[], backMinor: number): Promise<void> {
  let rest = backMinor;
  for (const { id, keptMinor } of paid.toReversed()) {
    const part = Math.min(rest, keptMinor);
    if (part > 0) await notePartGivenUp(tx, id, part);
    rest -= part;
  }
}

/**
 * Notes whose places wait for a second payment, once a party has changed: of those who come as many as what was paid
 * does not cover, those first for whom it waited before, then whoever came last.
 */
export async function markUnpaid(tx: Db, event: LockedEvent, party: LockedParty): Promise<void> {
  const { owed, paidMinor } = await moneyOf(tx, party.id);
  const { price } = await planOf(tx, event, party);
  const isSecond = owed !== null && paidMinor > 0 && price.kind === "money";
  const covered = isSecond && price.per === "person" ? Math.floor(paidMinor / price.minor) : 0;
  const coming = await tx.registrationPerson.findMany({
    where: { registrationId: party.id, state: "coming" },
    orderBy: { id: "desc" },
    select: { id: true, paymentId: true, isMember: true },
  });
  const waitedBefore = coming.filter(({ paymentId }) => paymentId !== null);
  const others = coming.filter(({ paymentId, isMember }) => paymentId === null && !isMember);
  const marked =
    covered > 0 ? [...waitedBefore, ...others].slice(0, Math.max(0, coming.length - covered)) : [];
  const ids = marked.map(({ id }) => id);
  // Of who left before there was a payment to lose their place with, none is kept.
  await tx.$executeRaw`
    update registration_person
    set payment_id = case when id = any(${ids}::int[]) then ${owed?.id ?? null}::int end
    where registration_id = ${party.id} and (state = 'coming' or payment_id = ${party.paymentId})`;
}
