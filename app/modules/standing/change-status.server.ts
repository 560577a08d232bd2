import { Prisma } from "#app/generated.server/prisma/client.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import { netStatus, statusGiven } from "#app/modules/ledger/status-sql.server.ts";
import type { RuleBook } from "#app/modules/rulebook/rule-book.ts";
import { addMonths, type ClubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { goldPeriods, type KeptGold, type KeptStatus, statusEntries } from "./gold-facts.ts";
import { goldHistory } from "./gold-history.ts";
import type { GoldPeriod } from "./tier.ts";
import { addTierPeriods } from "./write-tier-periods.server.ts";

/** Status points that come or go for a member; not yet booked. */
export type StatusChange = { memberId: number; points: number; countsAt: Date };

export type GoldOutcome = {
  /** The member's times of gold, with the changes. */
  periods: GoldPeriod[];
  /** They differ from before: orders inside the difference were judged at the wrong tier. */
  changed: boolean;
};

type TierContext = { book: RuleBook; time: ClubTime; now: Date };
type Facts = { id: number; gold: KeptGold[]; reach: bigint };

/**
 * Works out the times of gold of members whose status points change, and keeps them.
 *
 * Gold that status points bring is worked out from all of a member's entries and not carried forward, so
 * that orders which arrive late, or back to front, end in the same place (see gold-history.ts). The members
 * are locked until the caller's transaction ends: two that change one member's gold would not see each
 * other's orders. Whoever calls it has the orders whose status points these are.
 *
 * @returns an answer for every member named, whether anything changed or not.
 */
export async function changeStatus(
  db: Db,
  changes: readonly StatusChange[],
  context: TierContext,
): Promise<Map<number, GoldOutcome>> {
  const byMember = new Map<number, StatusChange[]>();
  for (const change of changes) {
    const own = byMember.get(change.memberId);
    if (own) own.push(change);
    else byMember.set(change.memberId, [change]);
  }
  const least = Math.min(...context.book.map(({ rules }) => rules.tiers.goldStatusPoints));
  const outcomes = new Map<number, GoldOutcome>();
  const toWorkOut: Facts[] = [];
  await lockMembers(db, [...byMember.keys()]);
  for (const facts of await loadFacts(db, byMember, context)) {
    const own = byMember.get(facts.id) ?? [];
    const adds = own.reduce((sum, { points }) => sum + Math.max(points, 0), 0);
    // Gold of any kind may have ended since, and been renewed by the clock without anything being kept.
    const hadGold = facts.gold.length > 0;
    if (hadGold || toPoints(facts.reach) + adds >= least) {
      toWorkOut.push(facts);
    } else {
      outcomes.set(facts.id, { periods: [], changed: false });
    }
  }
  const kept = await loadStatus(db, toWorkOut);
  const changed: { memberId: number; periods: GoldPeriod[] }[] = [];
  for (const { id, gold } of toWorkOut) {
    const given = goldPeriods(gold.filter(([cause]) => !isEarned(cause)));
    const entries = [...statusEntries(kept.get(id) ?? []), ...(byMember.get(id) ?? [])];
    const periods = goldHistory(given, netted(entries), context.now, context.book, context.time);
    const differs = fingerprint(periods) !== fingerprint(goldPeriods(gold));
    if (differs) changed.push({ memberId: id, periods });
    outcomes.set(id, { periods, changed: differs });
  }
  await keepEarned(db, changed);
  return outcomes;
}

/**
 * Keeps others from changing these members' gold until the transaction ends. Taken after the locks on
 * orders and before those on accounts, like everywhere.
 */
export async function lockMembers(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await db.$executeRaw`
    select id from member where id = any(${[...ids]}::int[]) order by id for no key update`;
}

const isEarned = (cause: string) => cause === "status_points" || cause === "renewed";

/** Gold as it is kept, and an upper bound of the status points in any window that a change falls into. */
function loadFacts(
  db: Db,
  byMember: Map<number, StatusChange[]>,
  { book, time }: Pick<TierContext, "book" | "time">,
): Promise<Facts[]> {
  const windowMonths = Math.max(...book.map(({ rules }) => rules.tiers.windowMonths));
  const asked = [...byMember].map(([id, changes]) => {
    const instants = changes.map(({ countsAt }) => countsAt.getTime());
    const first = time.dayOf(new Date(Math.min(...instants)));
    const last = time.dayOf(new Date(Math.max(...instants)));
    return { id, from: addMonths(first, -windowMonths), to: addMonths(last, windowMonths + 1) };
  });
  return db.$queryRaw<Facts[]>`
    select member.id,
      (select coalesce(jsonb_agg(jsonb_build_array(
          cause, extract(epoch from starts_at) * 1000, extract(epoch from ends_at) * 1000)), '[]')
        from tier_period where member_id = member.id and tier = 'gold') as gold,
      ${statusGiven(
        Prisma.sql`member.account_id`,
        Prisma.sql`q."from"`,
        Prisma.sql`q."to"`,
      )} as reach
    from json_to_recordset(${JSON.stringify(asked)}::json)
      as q (id int, "from" timestamptz, "to" timestamptz)
    join member on member.id = q.id`;
}

async function loadStatus(db: Db, members: Facts[]): Promise<Map<number, KeptStatus[]>> {
  if (members.length === 0) return new Map();
  const rows = await db.$queryRaw<{ id: number; status: KeptStatus[] }[]>`
    select member.id, ${netStatus(Prisma.sql`member.account_id`)} as status
    from member where member.id = any(${members.map(({ id }) => id)}::int[])`;
  return new Map(rows.map(({ id, status }) => [id, status]));
}

/** Points of one instant together: what was taken back has never been there. */
function netted(entries: readonly { points: number; countsAt: Date }[]) {
  const byInstant = new Map<number, number>();
  for (const { points, countsAt } of entries) {
    const at = countsAt.getTime();
    byInstant.set(at, (byInstant.get(at) ?? 0) + points);
  }
  return [...byInstant]
    .filter(([, points]) => points !== 0)
    .map(([at, points]) => ({ points, countsAt: new Date(at) }));
}

async function keepEarned(
  db: Db,
  members: readonly { memberId: number; periods: GoldPeriod[] }[],
): Promise<void> {
  if (members.length === 0) return;
  await db.tierPeriod.deleteMany({
    where: {
      memberId: { in: members.map(({ memberId }) => memberId) },
      tier: "gold",
      cause: { in: ["status_points", "renewed"] },
    },
  });
  await addTierPeriods(
    db,
    members.flatMap(({ memberId, periods }) => {
      const ends = new Set(periods.map(({ until }) => until.getTime()));
      return periods
        .filter(({ source }) => source === "points")
        .map(({ from, until }) => ({
          memberId,
          tier: "gold",
          startsAt: from,
          endsAt: until,
          cause: ends.has(from.getTime()) ? "renewed" : "status_points",
        }));
    }),
  );
}

function fingerprint(periods: readonly GoldPeriod[]): string {
  return periods
    .map(({ from, until, source }) => `${from.getTime()} ${until.getTime()} ${source}`)
    .sort()
    .join("\n");
}
