import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { CountedPerson } from "#app/modules/events/limits.ts";
import { type EventLimit, type EventPlan, readPlan } from "#app/modules/events/plan.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import { type LimitOver, type PartyIn, whoIsOver } from "./who-is-over.ts";

type Row = {
  id: number;
  session: string | null;
  cars: number;
  isDecided: boolean;
  code: string;
  memberNumber: string | null;
  memberName: string | null;
  inSince: Date | null;
  people: (CountedPerson & { name: string })[];
};

/** A party that came in last of a limit that is exceeded, for whoever decides about it. */
export type PartyOver = Omit<Row, "isDecided" | "people"> & {
  people: { name: string }[];
  /** The keys of the limits that it is over. */
  limits: string[];
};

export type OverPage = {
  event: Pick<EventPlan, "title" | "startsAt" | "endsAt" | "sessions" | "brackets">;
  limits: LimitOver[];
  /** The latest in first. */
  parties: PartyOver[];
};

/**
 * Finds the parties that are over an event's limits and that nobody has decided about. Exact within the event's lock;
 * for a page without one it is as it was a moment ago.
 */
export async function loadOver(
  on: Db,
  eventId: number,
  limits: readonly EventLimit[],
): Promise<LimitOver[]> {
  return limits.length === 0 ? [] : whoIsOver(limits, (await loadRows(on, eventId)).map(partyIn));
}

/**
 * The page on which staff decide who stays, as long as the event has not begun.
 *
 * @param now for tests.
 * @returns null for a draft, or none.
 */
export async function loadOverPage(
  on: Db,
  eventId: number,
  now = new Date(),
): Promise<OverPage | null> {
  const event = await on.event.findFirst({
    where: { id: eventId, state: { not: "draft" } },
    select: { plan: true, state: true },
  });
  if (!event) return null;
  const { title, startsAt, endsAt, sessions, brackets, limits } = readPlan(event.plan);
  const isToCome = event.state === "published" && now < startsAt;
  const rows = isToCome ? await loadRows(on, eventId) : [];
  const over = whoIsOver(limits, rows.map(partyIn));
  const parties = rows.toReversed().flatMap(({ isDecided: _open, people, ...party }) => {
    const theirs = over.filter((each) => each.parties.includes(party.id));
    return theirs.length === 0
      ? []
      : [
          {
            ...party,
            people: people.map(({ name }) => ({ name })),
            limits: theirs.map(({ limit }) => limit.key),
          },
        ];
  });
  return {
    event: { title, startsAt, endsAt, sessions, brackets },
    limits: over,
    parties,
  };
}

export const partyIn = ({ id, isDecided, session, cars, people }: Row): PartyIn => ({
  id,
  isDecided,
  session,
  parties: 1,
  cars,
  people,
});

/** Whoever has places, in the order in which they got them: a party that waited has them since it was let in, one
 * whose session is held no more since it came to another. */
export const loadRows = (on: Db, eventId: number): Promise<Row[]> =>
  queryRows<Row>(
    on,
    Prisma.sql`
    select party.id, party.session, party.cars, party.over_by is not null as "isDecided", party.code,
      member.number as "memberNumber", person.name as "memberName", step.created_at as "inSince",
      (select coalesce(jsonb_agg(jsonb_build_object('name', guest.name, 'role', guest.role,
          'bracket', guest.bracket, 'drives', guest.drives) order by guest.role, guest.id), '[]')
        from registration_person guest
        where guest.registration_id = party.id and guest.state = 'coming') as people
    from registration party
    left join member on member.id = party.member_id
    left join person on person.id = member.person_id
    left join lateral (select id, created_at from registration_step step
      where step.registration_id = party.id and step.step in ('registered', 'accepted', 'let-in', 'paid-late', 'rehoused')
      order by id desc limit 1) step on true
    where party.event_id = ${eventId} and party.state = 'registered'
    order by step.id nulls first, party.id`,
  );
