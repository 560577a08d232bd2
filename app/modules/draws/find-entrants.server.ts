import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadKeptMarks } from "#app/modules/attendance/load-kept-marks.server.ts";
import { staysOf } from "#app/modules/attendance/presence.ts";
import type { ClubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type Entrants, MOST_VISITS } from "./entrants.ts";
import { householdsOf } from "./households.ts";

/** Somebody who takes part, before they have a number. */
export type Entrant = {
  memberId: number | null;
  registrationId: number | null;
  weight: number;
  /** Who has the same one is of one household. */
  household: number;
};

/** Who works at the dealership takes part in none of its draws; over the row `member`. */
const NOT_STAFF = Prisma.sql`not exists (select from role_grant
  where role_grant.person_id = member.person_id and role_grant.role <> 'referrer')`;

/** Who would take part, if the list were closed now. */
export async function findEntrants(
  on: Db,
  entrants: Entrants,
  { startOfDay, endOfDay }: ClubTime,
): Promise<Entrant[]> {
  const found =
    entrants.of === "visits"
      ? await membersWithVisits(on, {
          from: startOfDay(entrants.from),
          until: endOfDay(entrants.through),
          most: entrants.perVisit ? MOST_VISITS : 1,
        })
      : await partiesOf(on, entrants.eventId, entrants.of === "checked-in");
  return inHouseholds(on, found);
}

type Found = Omit<Entrant, "household">;

function membersWithVisits(
  on: Db,
  { from, until, most }: { from: Date; until: Date; most: number },
): Promise<Found[]> {
  return on.$queryRaw<Found[]>`
    select member.id as "memberId", null::int as "registrationId",
      least(count(*), ${most}::int)::int as weight
    from service_order visit
    join member on member.id = visit.member_id
    join person on person.id = member.person_id and person.closed_at is null
    where visit.settled_at >= ${from} and visit.settled_at < ${until} and visit.state = 'settled'
      and visit.kind = 'maintenance' and visit.payer = 'owner' and visit.paid_minor > visit.refunded_minor
      and ${NOT_STAFF}
    group by member.id order by member.id`;
}

/**
 * The parties of an event, but for those of staff and of who has left the club, about whom nothing new is kept. One that
 * came stays one, also where its registration was cancelled before: whoever was let in was there.
 */
async function partiesOf(on: Db, eventId: number, cameAlone: boolean): Promise<Found[]> {
  const rows = await on.$queryRaw<(Found & { registered: boolean })[]>`
    select registration.id as "registrationId", member.id as "memberId", 1 as weight,
      registration.state = 'registered' as registered
    from registration left join member on member.id = registration.member_id
    left join person on person.id = member.person_id
    where registration.event_id = ${eventId}
      and (member.id is null or person.closed_at is null and ${NOT_STAFF})
    order by registration.id`;
  const came = cameAlone
    ? new Set(staysOf(await loadKeptMarks(on, eventId)).map((stay) => stay.registrationId))
    : null;
  return rows
    .filter(({ registrationId, registered }) => (came ? came.has(registrationId) : registered))
    .map(({ registered: _, ...party }) => party);
}

/** Members who share a car, or a phone number, are one household; a party of people not in the club is its own. */
async function inHouseholds(on: Db, found: readonly Found[]): Promise<Entrant[]> {
  const members = found.flatMap(({ memberId }) => (memberId === null ? [] : [memberId]));
  const ties = await on.$queryRaw<{ one: number; other: number }[]>`
    select holding.member_id as one, driver.member_id as other
    from co_driver driver join car_holding holding on holding.id = driver.holding_id
    where driver.accepted_at is not null and driver.ended_at is null and holding.ends_at is null
      and (driver.member_id = any(${members}) or holding.member_id = any(${members}))
    union
    select min(member.id) over (partition by person.phone), member.id
    from member join person on person.id = member.person_id
    where member.id = any(${members}) and person.phone is not null`;
  // Somebody who does not take part themselves can still hold the car that two others drive.
  const everybody = [...new Set([...members, ...ties.flatMap(({ one, other }) => [one, other])])];
  const households = householdsOf(
    everybody,
    ties.map(({ one, other }) => [one, other] as const),
  );
  return found.map((entrant, place) => ({
    ...entrant,
    household:
      (entrant.memberId === null ? undefined : households.get(entrant.memberId)) ??
      everybody.length + place,
  }));
}
