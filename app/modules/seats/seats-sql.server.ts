import { type CountedPerson, type Taken, takenBy } from "#app/modules/events/limits.ts";
import type { EventLimit } from "#app/modules/events/plan.ts";
import type { Db } from "#app/platform/db.server.ts";

type Row = CountedPerson & {
  session: string | null;
  people: number;
  parties: number;
  cars: number;
};

/**
 * Sums what is taken of an event's limits from whoever comes and whatever open offers hold. Exact within the event's
 * lock; for a page without one it is as it was a moment ago. Whoever waits without an offer is not read: in a rush they
 * are thousands, and everybody waits for this.
 */
export async function loadTaken(
  on: Db,
  eventId: number,
  limits: readonly EventLimit[],
): Promise<Taken> {
  const rows = await on.$queryRaw<Row[]>`
    with placed as materialized (
      select party.id, party.session, party.cars, person.role, person.bracket, person.drives
      from registration_person person
      join registration party on party.id = person.registration_id
      where person.event_id = ${eventId} and person.state = 'coming' and party.state in ('registered', 'waiting')
      union all
      select party.id, party.session, party.cars, person.role, person.bracket, person.drives
      from waitlist_offer offer
      join waitlist_entry entry on entry.id = offer.entry_id and entry.state = 'open'
      join registration party on party.id = entry.registration_id and party.state in ('registered', 'waiting')
      join registration_person person on person.registration_id = party.id
      where offer.event_id = ${eventId} and offer.state = 'open'
        and person.state = 'waiting' and (not offer.fewer or person.in_fewer)
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
