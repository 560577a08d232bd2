import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { CountedParty, CountedPerson } from "#app/modules/events/limits.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { LineEntry } from "./waitlist.ts";

/** An open entry of an event's line, with whoever waits of its party. */
export type OpenEntry = {
  id: number;
  registrationId: number;
  /** 1 is the head of the line. */
  place: number;
  of: number;
  passed: number;
  createdAt: Date;
  session: string | null;
  /** The party has no places yet: it is a party more, and brings its cars. */
  isWhole: boolean;
  cars: number;
  offer: { id: number; fewer: boolean; endsAt: Date; createdAt: Date } | null;
  people: (CountedPerson & { id: number; inFewer: boolean })[];
};

type Row = Omit<OpenEntry, "offer"> & {
  offerId: number | null;
  fewer: boolean | null;
  endsAt: Date | null;
  offeredAt: Date | null;
};

/** Which entries of a line are read: all, those of some parties, or those up to one. */
type Which = { of?: readonly number[]; through?: number };

/** Reads the line of an event in its order: whoever waits or has an offer. */
export async function loadLine(
  on: Db,
  eventId: number,
  { of, through }: Which = {},
): Promise<OpenEntry[]> {
  const rows = await on.$queryRaw<Row[]>`
    with line as (
      select id, registration_id, passed, created_at, row_number() over (order by id)::int as place,
        count(*) over ()::int as of
      from waitlist_entry where event_id = ${eventId} and state = 'open'
    )
    select entry.place, entry.of, entry.id, entry.registration_id as "registrationId", entry.passed,
      entry.created_at as "createdAt", party.session, party.state = 'waiting' as "isWhole", party.cars,
      offer.id as "offerId", offer.fewer, offer.ends_at as "endsAt", offer.created_at as "offeredAt",
      (select coalesce(jsonb_agg(jsonb_build_object('id', person.id, 'role', person.role,
          'bracket', person.bracket, 'drives', person.drives, 'inFewer', person.in_fewer)
          order by person.id), '[]')
        from registration_person person
        where person.registration_id = party.id and person.state = 'waiting') as people
    from line entry
    join registration party on party.id = entry.registration_id
    left join waitlist_offer offer on offer.entry_id = entry.id and offer.state = 'open'
    where ${of ? Prisma.sql`entry.registration_id = any(${[...of]})` : Prisma.sql`true`}
      and ${through === undefined ? Prisma.sql`true` : Prisma.sql`entry.id <= ${through}`}
    order by entry.id`;
  return rows.map(({ offerId, fewer, endsAt, offeredAt, ...entry }) => ({
    ...entry,
    offer:
      offerId !== null && fewer !== null && endsAt && offeredAt
        ? { id: offerId, fewer, endsAt, createdAt: offeredAt }
        : null,
  }));
}

/** The entries as the line's rules see them: without those for whom everything is held that they wait for. */
export const lineOf = (entries: readonly OpenEntry[]): LineEntry[] =>
  entries.flatMap((entry): LineEntry[] => {
    const { id, passed, offer, people } = entry;
    const some = people.filter(({ inFewer }) => inFewer);
    const others = people.filter(({ inFewer }) => !inFewer);
    const rest = joining(entry, others);
    const isSplit = some.length > 0 && others.length > 0;
    if (offer) {
      // Of those who have an offer for some, the others wait on.
      return offer.fewer && isSplit
        ? [{ id, passed, whole: rest, fewer: null, mayBeOffered: false }]
        : [];
    }
    const fewer = isSplit ? { party: coming(entry, some), rest } : null;
    return [{ id, passed, whole: coming(entry, people), fewer, mayBeOffered: true }];
  });

type People = readonly CountedPerson[];

const coming = ({ session, isWhole, cars }: OpenEntry, people: People): CountedParty => ({
  session,
  parties: isWhole ? 1 : 0,
  cars: isWhole ? cars : 0,
  people,
});

/** Those who come to a party that is there. */
const joining = ({ session }: OpenEntry, people: People): CountedParty => ({
  session,
  parties: 0,
  cars: 0,
  people,
});
