import { loadClub } from "#app/modules/club/load-club.server.ts";
import { ageOn, bracketOf } from "#app/modules/events/brackets.ts";
import { movedFor, movesBetween } from "#app/modules/events/moved.ts";
import { type EventPlan, timesFor } from "#app/modules/events/plan.ts";
import { clubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type Homeless, homelessOf } from "./change-meaning.ts";
import { loadRows, partyIn } from "./load-over.server.ts";

/** A child with a place, or that waits for one, and that would fit no age group any more. */
export type Unplaced = { personId: number; name: string; age: number; code: string };

/** What another plan means to those who registered. */
export type ChangeMeaning = {
  /** Parties with places for whom the time, the place or the price moves. */
  concerned: number;
  homeless: Homeless[];
  unplaced: Unplaced[];
};

/** Says what a plan means to the parties of an event, in the transaction that has locked it. */
export async function loadMeaning(
  tx: Db,
  eventId: number,
  before: EventPlan,
  after: EventPlan,
): Promise<ChangeMeaning> {
  const { timeZone } = await loadClub(tx);
  const time = clubTime(timeZone);
  // One after the other: a transaction has one connection.
  const rows = await loadRows(tx, eventId);
  const waits = await tx.registration.groupBy({
    by: ["session"],
    where: { eventId, state: "waiting" },
    _count: { _all: true },
  });
  const children = await tx.registrationPerson.findMany({
    where: { eventId, role: "child", state: { not: "out" }, birthDate: { not: null } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      name: true,
      birthDate: true,
      bracket: true,
      registration: { select: { session: true, code: true } },
    },
  });
  const waiting = new Map(waits.map(({ session, _count }) => [session ?? "", _count._all]));
  const unplaced = children.flatMap(({ id, name, birthDate, bracket, registration }) => {
    const day = time.dayOf(timesFor(after, registration.session).startsAt);
    const bornOn = birthDate?.toISOString().slice(0, 10) as Day;
    const had = bracket !== null || before.brackets.length === 0;
    const fits = after.brackets.length === 0 || bracketOf(after.brackets, bornOn, day) !== null;
    if (!had || fits) return [];
    return [{ personId: id, name, age: ageOn(bornOn, day), code: registration.code }];
  });
  const parties = rows.map(partyIn);
  const moves = [movesBetween(before, after)];
  const concerned = parties.filter(({ session }) => movedFor(moves, session).length > 0).length;
  return { concerned, homeless: homelessOf(before, after, parties, waiting, time), unplaced };
}
