import { loadClub } from "#app/modules/club/load-club.server.ts";
import { bracketOf } from "#app/modules/events/brackets.ts";
import { movedFor } from "#app/modules/events/moved.ts";
import { timesFor } from "#app/modules/events/plan.ts";
import { movesSince } from "#app/modules/parties/party-facts.server.ts";
import { depositEnds } from "#app/modules/parties/price.ts";
import type { LockedEvent } from "#app/modules/seats/lock-event.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { chargeParty } from "./charge-party.server.ts";
import { endOffer } from "./end-party.server.ts";
import { giveBackPoints } from "./give-back.server.ts";
import { type LockedParty, noteStep, readParty } from "./lock-registration.server.ts";
import { writeRegistrationLetter } from "./registration-letter.server.ts";

/**
 * Has parties follow an event whose plan has changed, in the transaction that has locked it: children get the bracket
 * that they have on the new day, deposits are held as long as they are needed, and whoever registered for another time,
 * place or price is told, or of whom a child fits no age group any more; of a session that moves only who comes to it.
 * Nobody loses a place by it.
 */
export async function followPlan(tx: Db, before: LockedEvent, after: LockedEvent): Promise<void> {
  const unplaced = await giveBracketsAnew(tx, before, after);
  const moves = await movesSince(tx, after, before.version);
  const holdsLonger = depositEnds(after.plan) > depositEnds(before.plan);
  const isSame = moves.every(({ moved }) => moved.length === 0);
  if (isSame && !holdsLonger && unplaced.size === 0) return;
  const open = await tx.registration.findMany({
    where: { eventId: after.id, state: { in: ["registered", "waiting"] } },
    orderBy: { id: "asc" },
    select: { id: true, session: true, rehousedIn: true, holdId: true },
  });
  for (const { id, session, rehousedIn, holdId } of open) {
    if (holdsLonger && holdId !== null) await holdAnew(tx, after, await readParty(tx, id));
    const isRehoused = rehousedIn === after.version;
    const moved = movedFor(isRehoused ? [...moves, REHOUSED] : moves, session);
    const theirs = [...moved, ...(unplaced.has(id) ? (["ages"] as const) : [])];
    if (theirs.length > 0) {
      await noteStep(tx, id, "event-moved", { by: null, moved: theirs.join(" ") });
      await writeRegistrationLetter(tx, id, "moved", { moved: theirs, occasion: after.version });
    }
  }
}

/** Whoever is given another session comes at another time, also where that one stays as it was. */
const REHOUSED = { moved: ["time"], timeOf: [] };

/** Returns the parties of which a child had an age group, or needed none, and fits none of those there are now. */
async function giveBracketsAnew(
  tx: Db,
  before: LockedEvent,
  { id: eventId, plan }: LockedEvent,
): Promise<Set<number>> {
  const unplaced = new Set<number>();
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
      registrationId: true,
      registration: { select: { session: true } },
    },
  });
  for (const { id, bracket, birthDate, registrationId, registration } of children) {
    const day = time.dayOf(timesFor(plan, registration.session).startsAt);
    const bornOn = birthDate?.toISOString().slice(0, 10);
    const now = bornOn ? bracketOf(plan.brackets, bornOn, day) : null;
    const had = bracket !== null || before.plan.brackets.length === 0;
    if (had && now === null && plan.brackets.length > 0) unplaced.add(registrationId);
    if (now !== bracket) {
      await tx.registrationPerson.update({
        where: { id },
        data: { bracket: now },
        select: { id: true },
      });
    }
  }
  return unplaced;
}

/**
 * Moves a party to another session, or to the event as a whole, in the transaction that has locked the event: theirs is
 * held no more. Places that are offered to it were of the other one, and are offered anew. Whether there is room, and
 * telling them, is the caller's.
 */
export async function moveToSessionIn(
  tx: Db,
  event: LockedEvent,
  party: LockedParty,
  to: { session: string | null; by: number },
): Promise<void> {
  if (party.entry?.offer) await endOffer(tx, party.entry.offer.id, "withdrawn", event.now);
  await tx.registration.update({
    where: { id: party.id },
    data: { session: to.session, rehousedIn: event.version },
    select: { id: true },
  });
  await noteStep(tx, party.id, "rehoused", to);
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
