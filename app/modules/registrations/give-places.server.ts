import { priceOf, toPay } from "#app/modules/parties/price.ts";
import type { LockedEvent } from "#app/modules/seats/lock-event.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { chargeMoney, markUnpaid } from "./charge-money.server.ts";
import { type Charged, chargeParty } from "./charge-party.server.ts";
import { giveBackPoints } from "./give-back.server.ts";
import { type LockedParty, planOf } from "./lock-registration.server.ts";

export type ChargeRefusal = { ok: false; refusal: "too-few-points"; missing: number };

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
  const people = coming + personIds.length;
  const charged = await chargeFor(tx, event, party, { people, isFree: false, key });
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
  await markUnpaid(tx, event, party);
  return { ok: true };
}

/**
 * Has a party pay for so many people who come, whatever it has paid before: where that is another sum of points, the
 * old one goes back and the new one is taken; of money, what is missing is owed, and what is too much goes back.
 *
 * @param to.isFree whether what was paid for who leaves comes back.
 * @returns what the registration keeps of it now, and what comes back in money.
 * @throws BeingPaid where money may be on its way.
 */
export async function chargeFor(
  tx: Db,
  event: LockedEvent,
  party: LockedParty,
  { people, isFree, key }: { people: number; isFree: boolean; key: string },
): Promise<{ ok: true; charged: Partial<Charged>; backMinor: number } | ChargeRefusal> {
  const { id, memberId, accountId } = party;
  if (memberId === null || accountId === null) return { ok: true, charged: {}, backMinor: 0 };
  const price = priceOf((await planOf(tx, event, party)).price, people);
  const money = await chargeMoney(tx, event, { id, memberId }, price, isFree);
  const points = price.points + price.deposit;
  if (toPay(points, party.points, isFree) === party.points) return { ok: true, ...money };
  if (party.points > 0) {
    await giveBackPoints(tx, event, party, { reason: "party-changed", by: null });
  }
  const charged = await chargeParty(tx, {
    event,
    registrationId: id,
    member: { id: memberId, accountId },
    price: { ...price, moneyMinor: 0 },
    key,
  });
  if (!charged.ok) return { ...charged, refusal: "too-few-points" };
  const { points: taken, entryId, holdId } = charged.charged;
  return { ok: true, ...money, charged: { points: taken, entryId, holdId, ...money.charged } };
}
