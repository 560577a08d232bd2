import { Prisma } from "#app/generated.server/prisma/client.ts";
import { type EventPlan, readPlan } from "#app/modules/events/plan.ts";
import { type ClubTime, clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import { type CountedIn, countedInBoth } from "#app/platform/words/counted.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";

/** So much of something, in tenths. */
export type Counted = { unit: CountedIn; amount: number };

const UNIT = Prisma.sql`jsonb_build_object('one', unit.one_en, 'many', unit.many_en, 'zh', unit.zh)`;

/**
 * What the club has done together in all, the most events first, each with the year in which it began. It is summed
 * over one row an event; one that was cancelled while it went on is left out.
 *
 * @param timeZone of the club: the year is its.
 */
export async function loadClubImpact(
  on: Db,
  timeZone: string,
): Promise<(Counted & { since: number })[]> {
  const rows = await queryRows<{ unit: CountedIn; amount: bigint; first: Date }>(
    on,
    Prisma.sql`
      select ${UNIT} as unit, sum(done.amount)::bigint as amount, min(event.starts_at) as first
      from impact_event done
      join impact_unit unit on unit.id = done.unit_id
      join event on event.id = done.event_id and event.state = 'published'
      where done.amount > 0
      group by unit.id order by count(*) desc, unit.id`,
  );
  const time = clubTime(timeZone);
  return rows.map(({ unit, amount, first }) => ({
    ...{ unit, amount: Number(amount) },
    since: yearOf(first, time),
  }));
}

const yearOf = (instant: Date, { dayOf }: ClubTime) => Number(dayOf(instant).slice(0, 4));

/** What the club counts with what it has come to, and at how many events, without those that were cancelled. */
export async function loadUnitTotals(
  on: Db,
): Promise<
  { id: number; unit: CountedIn & { wholeOnly: boolean }; amount: number; events: number }[]
> {
  const rows = await on.$queryRaw<
    { id: number; unit: CountedIn; wholeOnly: boolean; amount: bigint; events: number }[]
  >`
    select unit.id, ${UNIT} as unit, unit.whole_only as "wholeOnly",
      coalesce(sum(done.amount), 0)::bigint as amount,
      (count(*) filter (where done.amount > 0))::int as events
    from impact_unit unit
    left join (impact_event done join event on event.id = done.event_id and event.state = 'published')
      on done.unit_id = unit.id
    group by unit.id order by unit.id`;
  return rows.map(({ id, unit, wholeOnly, amount, events }) => ({
    ...{ id, events, amount: Number(amount) },
    unit: { ...unit, wholeOnly },
  }));
}

/** What a party of a member did at an event. */
export type OwnImpact = Counted & {
  registrationId: number;
  eventId: number;
  slug: string;
  title: InBoth;
  startsAt: Date;
  points: number;
};

/** What a member's family has done together, the latest event first. */
export async function loadOwnImpact(on: Db, memberId: number): Promise<OwnImpact[]> {
  const rows = await queryRows<
    Omit<OwnImpact, "amount" | "title"> & { amount: bigint; plan: unknown }
  >(
    on,
    Prisma.sql`
      select party.id as "registrationId", event.id as "eventId", event.slug, event.plan,
        event.starts_at as "startsAt", ${UNIT} as unit, sum(count.amount)::bigint as amount,
        coalesce(award.points, 0) as points
      from registration party
      join impact_count count on count.registration_id = party.id and count.amount > 0
      join impact_event done on done.event_id = count.event_id
      join impact_unit unit on unit.id = done.unit_id
      join event on event.id = party.event_id
      left join impact_award award on award.registration_id = party.id
      where party.member_id = ${memberId}
      group by party.id, event.id, unit.id, award.points
      order by event.starts_at desc, party.id desc`,
  );
  return rows.map(({ plan, amount, ...row }) => ({
    ...row,
    amount: Number(amount),
    title: readPlan(plan).title satisfies EventPlan["title"],
  }));
}

/** What was counted of several events, by what was counted, in the order in which it first comes up. */
export function sumsOf(counted: readonly Counted[]): Counted[] {
  const sums = new Map<string, Counted>();
  for (const { unit, amount } of counted) {
    const name = JSON.stringify([unit.one, unit.many, unit.zh]);
    sums.set(name, { unit, amount: (sums.get(name)?.amount ?? 0) + amount });
  }
  return [...sums.values()];
}

/** What was done at an event, for those who print or tell it. */
export type ImpactOfEvent = {
  /** What all together did; null where nothing is counted. */
  total: InBoth | null;
  /**
   * What somebody did, in words of both languages: of one of a party's people where the event counts people, otherwise
   * of their party. Null where nothing was counted of them.
   */
  of: (registrationId: number, personId?: number | null) => InBoth | null;
};

/** What was done at an event, in one query. */
export async function loadImpactOfEvent(on: Db, eventId: number): Promise<ImpactOfEvent> {
  const rows = await on.$queryRaw<
    { registrationId: number; personId: number | null; amount: number; unit: CountedIn }[]
  >`
    select count.registration_id as "registrationId", count.person_id as "personId", count.amount,
      ${UNIT} as unit
    from impact_count count
    join impact_event done on done.event_id = count.event_id
    join impact_unit unit on unit.id = done.unit_id
    where count.event_id = ${eventId} and count.amount > 0`;
  const words = (of: typeof rows): InBoth | null => {
    const [sum] = sumsOf(of);
    return sum ? countedInBoth(sum.unit, sum.amount) : null;
  };
  return {
    total: words(rows),
    of(registrationId, personId = null) {
      const ofParty = rows.filter((row) => row.registrationId === registrationId);
      const own = ofParty.filter((row) => personId === null || row.personId === personId);
      return words(own.length > 0 ? own : ofParty.filter((row) => row.personId === null));
    },
  };
}
