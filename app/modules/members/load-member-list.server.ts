import { lastGoldDay, type Tier } from "#app/modules/standing/tier.ts";
import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import {
  countMembers,
  filterContext,
  listMembers,
  type MemberCount,
  placeOf,
} from "./list-members.server.ts";
import type { MemberFilter } from "./member-filter.ts";

/** A line of the list. */
export type MemberLine = {
  number: string;
  name: string;
  tier: Tier;
  /** The last day of gold, in grace the last day of that. */
  goldThrough: Day | null;
  programme: string;
  joinedOn: Day;
  /** Of the cars held now: the plate, or the model of one without. */
  cars: string[];
  available: number;
  debt: number;
  /** What lapses next, and through which day it can be used. */
  lapsing: { points: number; through: Day } | null;
};

export type MemberList = {
  members: MemberLine[];
  /** The number of the member behind whom the next page begins; null on the last one. */
  next: string | null;
  count: MemberCount;
};

const SHOWN = 50;

/**
 * Reads a page of the list of members, and how many there are.
 *
 * @param after the number of the last member of the page before.
 */
export async function loadMemberList(
  db: Db,
  filter: MemberFilter,
  after: string | null,
): Promise<MemberList> {
  const context = await filterContext();
  const place = await placeOf(db, after);
  const [{ members, next }, count] = await Promise.all([
    listMembers(db, filter, context, { after: place, limit: SHOWN }),
    countMembers(db, filter, context),
  ]);
  const more = await loadMore(
    db,
    members.map(({ id }) => id),
  );
  const { time } = context;
  return {
    members: members.map(({ id, number, name, joinedOn, standing, balance }) => {
      const { nextLapseAt } = balance;
      return {
        number,
        name,
        joinedOn,
        tier: standing.tier,
        goldThrough: standing.tier === "gold" ? lastGoldDay(standing) : null,
        programme: more.get(id)?.programme ?? "",
        cars: more.get(id)?.cars ?? [],
        available: balance.available,
        debt: balance.debt,
        lapsing: nextLapseAt && {
          points: balance.nextLapsePoints,
          through: time.dayOf(new Date(nextLapseAt.getTime() - 1)),
        },
      };
    }),
    next: next?.number ?? null,
    count,
  };
}

type More = { id: number; programme: string; cars: string[] };

async function loadMore(db: Db, ids: number[]): Promise<Map<number, More>> {
  const rows = await db.$queryRaw<More[]>`
    select member.id, member.programme,
      array(select coalesce(car.plate, car.model) from car_holding join car on car.id = car_holding.car_id
        where car_holding.member_id = member.id and car_holding.ends_at is null
          and coalesce(car.plate, car.model) is not null
        order by car_holding.starts_at desc) as cars
    from member where member.id = any(${ids}::int[])`;
  return new Map(rows.map((row) => [row.id, row]));
}
