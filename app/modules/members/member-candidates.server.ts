import { Prisma } from "#app/generated.server/prisma/client.ts";
import { owesPoints } from "#app/modules/ledger/account-sql.server.ts";
import { hasPointsLapsing } from "#app/modules/ledger/lots-sql.server.ts";
import type { TierRules } from "#app/modules/rulebook/club-rules.ts";
import { addDays, addMonths, type ClubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { MemberFilter } from "./member-filter.ts";

/** A member whom a filter may mean, with what the list is sorted by. */
export type Candidate = {
  id: number;
  personId: number;
  accountId: number;
  number: string;
  name: string;
  joinedOn: Day;
};

export type FilterContext = {
  time: ClubTime;
  /** The club's day. */
  today: Day;
  tiers: TierRules;
};

/** Where a page begins: behind this member, as the list is sorted. */
export type Place = Pick<Candidate, "id" | "personId" | "number" | "name" | "joinedOn">;

/**
 * Members whom a filter may mean, in the order of the list. What depends on the clock (tier, debt, points
 * that lapse) is looked up by what it cannot be without; whether it is so, `member-matches.ts` says.
 */
export function loadCandidates(
  db: Db,
  filter: MemberFilter,
  context: FilterContext,
  page: { after: Place | null; limit: number },
): Promise<Candidate[]> {
  const { order, behind } = ORDERS[filter.sort];
  const conditions = [
    ...conditionsOf(filter, context),
    ...(page.after ? [behind(page.after)] : []),
  ];
  return db.$queryRaw<Candidate[]>`
    select member.id, member.person_id as "personId", member.account_id::float8 as "accountId",
      member.number, person.name, member.joined_on::text as "joinedOn"
    from member join person on person.id = member.person_id
    where person.closed_at is null and ${all(conditions)}
    order by ${order} limit ${page.limit}`;
}

/** How many candidates there are, counted no further than a limit. */
export async function countCandidates(
  db: Db,
  filter: MemberFilter,
  context: FilterContext,
  limit: number,
): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: number }]>`
    select count(*)::int as count from (
      select from member join person on person.id = member.person_id
      where person.closed_at is null and ${all(conditionsOf(filter, context))} limit ${limit}
    ) as counted`;
  return row.count;
}

const ACCOUNT = Prisma.sql`member.account_id`;

const all = (conditions: Prisma.Sql[]) => Prisma.join([Prisma.sql`true`, ...conditions], " and ");

const ORDERS: Record<
  MemberFilter["sort"],
  { order: Prisma.Sql; behind: (place: Place) => Prisma.Sql }
> = {
  newest: {
    order: Prisma.sql`member.joined_on desc, member.id desc`,
    behind: ({ joinedOn, id }) =>
      Prisma.sql`(member.joined_on, member.id) < (${joinedOn}::date, ${id}::int)`,
  },
  number: {
    order: Prisma.sql`member.number`,
    behind: ({ number }) => Prisma.sql`member.number > ${number}`,
  },
  name: {
    order: Prisma.sql`person.name, person.id`,
    behind: ({ name, personId }) =>
      Prisma.sql`(person.name, person.id) > (${name}, ${personId}::int)`,
  },
};

function conditionsOf(filter: MemberFilter, context: FilterContext): Prisma.Sql[] {
  const { time, today } = context;
  const { programme, store, joinedFrom, joinedTo, email, debt, lapsing, birthday, model } = filter;
  const endOf = (day: Day) => time.endOfDay(day);
  const conditions = [
    filter.tier === "gold" && filter.goldEnds === null && mayBeGold(context),
    filter.goldEnds !== null && goldMayEnd(context, filter.goldEnds),
    programme !== null && Prisma.sql`member.programme = ${programme}`,
    store !== null &&
      Prisma.sql`exists (select from service_order visit where visit.member_id = member.id
        and visit.store_id = ${store} and visit.state = 'settled'
        and visit.settled_at >= ${time.startOfDay(addMonths(today, -12))})`,
    joinedFrom !== null && Prisma.sql`member.joined_on >= ${joinedFrom}::date`,
    joinedTo !== null && Prisma.sql`member.joined_on <= ${joinedTo}::date`,
    email === "with" && Prisma.sql`person.email is not null`,
    email === "without" && Prisma.sql`person.email is null`,
    debt !== null && owesPoints(ACCOUNT),
    lapsing !== null && hasPointsLapsing(ACCOUNT, endOf(addDays(today, lapsing))),
    birthday !== null && Prisma.sql`member.birth_month = ${birthday}`,
    model !== null &&
      Prisma.sql`exists (select from car_holding join car on car.id = car_holding.car_id
        where car_holding.member_id = member.id and car_holding.ends_at is null
          and car.model is not null and name_grams(car.model) @> name_part_grams(${model})
          and position(name_key(${model}) in name_key(car.model)) > 0)`,
  ];
  return conditions.filter((condition) => condition !== false);
}

/**
 * Whoever is gold has a time of gold that has not ended, or that ended so lately that it can be in grace
 * or have been renewed by the clock alone. Every award and every grant keeps them up (change-status); only a
 * renewal needs no event, and it needs status points from before the time that ended.
 */
function mayBeGold({ time, today, tiers }: FilterContext): Prisma.Sql {
  const months = tiers.goldMonths + tiers.windowMonths + 1;
  const since = time.startOfDay(addDays(addMonths(today, -months), -tiers.graceDays));
  return goldPeriod(Prisma.sql`(ends_at is null or ends_at > ${since})`);
}

/** The gold that is kept ends soon, its grace does, or the year by which the clock renewed it. */
function goldMayEnd({ time, today, tiers }: FilterContext, days: number): Prisma.Sql {
  const at = (day: Day) => time.startOfDay(day);
  const soon = addDays(today, days + 2);
  const renewed = (day: Day) => addMonths(day, -tiers.goldMonths);
  return goldPeriod(Prisma.sql`(
    ends_at > ${at(addDays(today, -tiers.graceDays - 2))} and ends_at <= ${at(soon)}
    or ends_at > ${at(addDays(addMonths(renewed(today), -1), -tiers.graceDays - 2))}
      and ends_at <= ${at(addDays(renewed(soon), 1))})`);
}

const goldPeriod = (condition: Prisma.Sql) =>
  Prisma.sql`exists (select from tier_period
    where tier_period.member_id = member.id and tier = 'gold' and ${condition})`;
