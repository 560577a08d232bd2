import { loadClub } from "#app/modules/club/load-club.server.ts";
import { bracketOf } from "#app/modules/events/brackets.ts";
import { timesFor } from "#app/modules/events/plan.ts";
import { movedSince } from "#app/modules/parties/party-facts.server.ts";
import { depositEnds } from "#app/modules/parties/price.ts";
import type { LockedEvent } from "#app/modules/seats/lock-event.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { chargeParty } from "./charge-party.server.ts";
import { giveBackPoints } from "./give-back.server.ts";
import { type LockedParty, noteStep, readParty } from "./lock-registration.server.ts";
import { writeRegistrationLetter } from "./registration-letter.server.ts";

/**
 * Has parties follow an event whose plan has changed, in the transaction that has locked it: children get the bracket
 * that they have on the new day, deposits are held as long as they are needed, and whoever registered for another time,
 * place or price is told. Nobody loses a place by it.
 */
export async function followPlan(tx: Db, before: LockedEvent, after: LockedEvent): Promise<void> {
  await giveBracketsAnew(tx, after);
  const moved = await movedSince(tx, after, before.version);
  const holdsLonger = depositEnds(after.plan) > depositEnds(before.plan);
  if (moved.length === 0 && !holdsLonger) return;
  const open = await tx.registration.findMany({
    where: { eventId: after.id, state: { in: ["registered", "waiting"] } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  for (const { id } of open) {
    const party = await readParty(tx, id);
    if (holdsLonger && party.holdId !== null) await holdAnew(tx, after, party);
    if (moved.length > 0) {
      await noteStep(tx, id, "event-moved", { by: null, moved: moved.join(" ") });
      await writeRegistrationLetter(tx, id, "moved", { moved, occasion: after.version });
    }
  }
}

async function giveBracketsAnew(tx: Db, { id: eventId, plan }: LockedEvent): Promise<void> {
  const { timeZone } = await loadClub(tx);
  const time = clubTime(timeZone);
  const children = await tx.registrationPerson.findMany({
    where: {
      eventId,
      role: "child",
      state: { in: ["coming", "waiting"] },
      birthDate: { not: null },
    },
    select: {
      id: true,
      bracket: true,
      birthDate: true,
      registration: { select: { session: true } },
    },
  });
  for (const { id, bracket, birthDate, registration } of children) {
    const day = time.dayOf(timesFor(plan, registration.session).startsAt);
    const bornOn = birthDate?.toISOString().slice(0, 10);
    const now = bornOn ? bracketOf(plan.brackets, bornOn, day) : null;
    if (now !== bracket) {
      await tx.registrationPerson.update({
        where: { id },
        data: { bracket: now },
        select: { id: true },
      });
    }
  }
}

/** The ledger's holds keep their end: a later one is another hold. Where the points have lapsed there is none. */
async function holdAnew(tx: Db, event: LockedEvent, party: LockedParty): Promise<void> {
  const { id, memberId, accountId, points } = party;
  if (memberId === null || accountId === null) return;
  await giveBackPoints(tx, event, party, { reason: "event-moved", by: null });
  const held = await chargeParty(tx, {
    event,
    registrationId: id,
    member: { id: memberId, accountId },
    price: { points: 0, deposit: points, moneyMinor: 0, currency: null },
    key: `moved/${id}/${event.version}`,
  });
  await tx.registration.update({
    where: { id },
    data: held.ok
      ? { holdId: held.charged.holdId, entryId: held.charged.entryId }
      : { holdId: null, entryId: null, points: 0 },
    select: { id: true },
  });
}
