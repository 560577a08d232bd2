import { Prisma } from "#app/generated.server/prisma/client.ts";
import { type CountedPerson, type Taken, takenBy } from "#app/modules/events/limits.ts";
import type { EventLimit } from "#app/modules/events/plan.ts";
import type { Db } from "#app/platform/db.server.ts";

/**
 * Whoever has a place, over the rows `person` and `party` of those of an event, with an open offer of theirs as
 * `offer` or nothing: those who come, and those for whom an offer holds one.
 */
const HAS_PLACE = Prisma.sql`(person.state = 'coming'
  or person.state = 'waiting' and offer.id is not null and (not offer.fewer or person.in_fewer))`;

/** The open offer of a party that is called `party`. */
const OFFER = Prisma.sql`left join waitlist_entry entry
    on entry.registration_id = party.id and entry.state = 'open'
  left join waitlist_offer offer on offer.entry_id = entry.id and offer.state = 'open'`;

type Row = CountedPerson & {
  session: string | null;
  people: number;
  parties: number;
  cars: number;
};

/**
 * Sums what is taken of an event's limits from whoever comes and whatever open offers hold. Exact within the event's
 * lock; for a page without one it is as it was a moment ago.
 */
export async function loadTaken(
  on: Db,
  eventId: number,
  limits: readonly EventLimit[],
): Promise<Taken> {
  const rows = await on.$queryRaw<Row[]>`
    with placed as materialized (
      select party.id, party.session, party.cars, person.role, person.bracket, person.drives
      from registration party
      ${OFFER}
      join registration_person person on person.registration_id = party.id
      where party.event_id = ${eventId} and party.state in ('registered', 'waiting') and ${HAS_PLACE}
    )
    select session, role, bracket, drives, count(*)::int as people, 0 as parties, 0 as cars
    from placed group by session, role, bracket, drives
    union all
    select session, null, null, false, 0, count(*)::int, sum(cars)::int
    from (select distinct id, session, cars from placed) party group by session`;
  return takenBy(
    limits,
    rows.map(({ session, people, parties, cars, role, bracket, drives }) => ({
      session,
      parties,
      cars,
      people: Array.from({ length: people }, () => ({ role, bracket, drives })),
    })),
  );
}
