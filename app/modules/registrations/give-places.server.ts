import { priceOf } from "#app/modules/parties/price.ts";
import { cancelPayment } from "#app/modules/payments/cancel-payment.server.ts";
import type { LockedEvent } from "#app/modules/seats/lock-event.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type Charged, chargeParty } from "./charge-party.server.ts";
import { BeingPaid, giveBackPoints } from "./give-back.server.ts";
import { type LockedParty, planOf } from "./lock-registration.server.ts";

export type ChargeRefusal =
  | { ok: false; refusal: "too-few-points"; missing: number }
  /** They have paid in money: who joins them pays for themselves, in a registration of their own. */
  | { ok: false; refusal: "money-paid" };

/**
 * Gives those of a party who wait their places, and takes what the party pays then: at the price that held when it
 * registered.
 *
 * @param key names the charge in the ledger.
 * @returns a refusal, after which the caller's transaction must not stay.
 */
export async function givePlaces(
  tx: Db,
  event: LockedEvent,
  party: LockedParty,
  personIds: readonly number[],
  key: string,
): Promise<{ ok: true } | ChargeRefusal> {
  const coming = party.people.filter(({ state }) => state === "coming").length;
  const charged = await chargeFor(tx, event, party, coming + personIds.length, key);
  if (!charged.ok) return charged;
  await tx.registrationPerson.updateMany({
    where: { id: { in: [...personIds] }, registrationId: party.id },
    data: { state: "coming" },
  });
  await tx.registration.update({
    where: { id: party.id },
    data: { ...charged.charged, state: "registered" },
    select: { id: true },
  });
  return { ok: true };
}

/**
 * Has a party pay for so many people who come, whatever it has paid before: where that is another sum of points, the
 * old one goes back and the new one is taken. Money that is owed is owed anew.
 *
 * @returns what the registration keeps of it now.
 * @throws BeingPaid where money may be on its way.
 */
export async function chargeFor(
  tx: Db,
  event: LockedEvent,
  party: LockedParty,
  people: number,
  key: string,
): Promise<{ ok: true; charged: Partial<Charged> } | ChargeRefusal> {
  const { memberId, accountId } = party;
  if (memberId === null || accountId === null) return { ok: true, charged: {} };
  const price = priceOf((await planOf(tx, event, party)).price, people);
  const points = price.points + price.deposit;
  if (points === party.points && price.moneyMinor === party.moneyMinor) {
    return { ok: true, charged: {} };
  }
  if (party.points > 0) {
    await giveBackPoints(tx, event, party, { reason: "party-changed", by: null });
  }
  if (party.paymentId !== null) {
    const owed = await cancelPayment(tx, party.paymentId);
    if (!owed.ok && owed.refusal === "being-paid") throw new BeingPaid();
    if (!owed.ok) return { ok: false, refusal: "money-paid" };
  }
  const charged = await chargeParty(tx, {
    event,
    registrationId: party.id,
    member: { id: memberId, accountId },
    price,
    key,
  });
  return charged.ok ? charged : { ...charged, refusal: "too-few-points" };
}
