import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { PlaceFacts } from "./places.ts";

/** Of the line, as far as somebody asks whether a newcomer would get places. */
const HEAD_OF_LINE = 200;

/** Whoever holds places of an event or waits for some, as one jsonb for {@link readPlaceFacts}. */
export const placeFacts = (eventId: Prisma.Sql): Prisma.Sql => Prisma.sql`jsonb_build_object(
  'parties', (select coalesce(jsonb_agg(jsonb_build_array(session, parties, cars)), '[]') from (
    select party.session, count(*) as parties, sum(party.cars) as cars from registration party
    where party.event_id = ${eventId} and (party.state = 'registered'
      or party.state = 'waiting' and exists (select from waitlist_entry entry
        join waitlist_offer offer on offer.entry_id = entry.id and offer.state = 'open'
        where entry.registration_id = party.id and entry.state = 'open'))
    group by party.session) counted),
  'people', (select coalesce(jsonb_agg(jsonb_build_array(session, role, bracket, drives, people)), '[]') from (
    select session, role, bracket, drives, count(*) as people from (
      select party.session, person.role, person.bracket, person.drives
      from registration_person person join registration party on party.id = person.registration_id
      where person.event_id = ${eventId} and person.state = 'coming'
      union all
      select party.session, person.role, person.bracket, person.drives
      from waitlist_offer offer
      join waitlist_entry entry on entry.id = offer.entry_id
      join registration party on party.id = entry.registration_id
      join registration_person person on person.registration_id = party.id and person.state = 'waiting'
        and (not offer.fewer or person.in_fewer)
      where offer.event_id = ${eventId} and offer.state = 'open') held
    group by session, role, bracket, drives) counted),
  'waiting', (select coalesce(jsonb_agg(jsonb_build_array(session, parties, cars, people)), '[]') from (
    select distinct party.session, (party.state = 'waiting')::int as parties,
      case party.state when 'waiting' then party.cars else 0 end as cars,
      (select coalesce(jsonb_agg(jsonb_build_array(role, bracket, drives) order by role, bracket, drives), '[]')
        from registration_person where registration_id = party.id and state = 'waiting') as people
    from (select id, registration_id from waitlist_entry where event_id = ${eventId} and state = 'open'
      order by id limit ${HEAD_OF_LINE}) entry
    join registration party on party.id = entry.registration_id
    where not exists (select from waitlist_offer where entry_id = entry.id and state = 'open')) line))`;

type Role = "adult" | "child";
type PackedPerson = [role: Role, bracket: string | null, drives: boolean];

/** What {@link placeFacts} gives, as it comes out of the database. */
export type PackedPlaceFacts = {
  parties: [session: string | null, parties: number, cars: number][];
  people: [session: string | null, ...PackedPerson, count: number][];
  waiting: [session: string | null, parties: number, cars: number, people: PackedPerson[]][];
};

/** Gives the rows of {@link placeFacts} the names that rules know them by. */
export function readPlaceFacts({ parties, people, waiting }: PackedPlaceFacts): PlaceFacts {
  return {
    parties: parties.map(([session, count, cars]) => ({ session, parties: count, cars })),
    people: people.map(([session, role, bracket, drives, count]) => ({
      session,
      role,
      bracket,
      drives,
      count,
    })),
    waiting: waiting.map(([session, count, cars, waiters]) => ({
      session,
      parties: count,
      cars,
      people: waiters.map(([role, bracket, drives]) => ({ role, bracket, drives })),
    })),
  };
}
