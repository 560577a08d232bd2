import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { netStatus } from "#app/modules/ledger/status-sql.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import { goldPeriods, type KeptGold, type KeptStatus, statusEntries } from "./gold-facts.ts";
import { goldHistory } from "./gold-history.ts";
import type { GoldPeriod } from "./tier.ts";
import { type TierStatus, tierStatus } from "./tier-status.ts";

type Row = { id: number; now: Date; gold: KeptGold[]; status: KeptStatus[] };

/**
 * Where members stand between silver and gold, by the clock, for a page's worth of members in one query.
 *
 * @param now for tests; the database's clock otherwise.
 * @returns standings by member id; a member that does not exist is not among them.
 */
export async function loadTierStatuses(
  db: Db,
  memberIds: number[],
  now?: Date,
): Promise<Map<number, TierStatus>> {
  if (memberIds.length === 0) return new Map();
  const rows = await loadFacts(db, memberIds, now);
  const { timeZone } = await loadClub(db);
  const book = await loadRuleBook(db);
  const time = clubTime(timeZone);
  return new Map(
    rows.map(({ id, now: at, gold, status }) => [
      id,
      tierStatus(at, goldPeriods(gold), statusEntries(status), book, time),
    ]),
  );
}

/**
 * Whether a member is gold.
 *
 * @param now for tests; the database's clock otherwise.
 */
export async function isGoldMember(db: Db, memberId: number, now?: Date): Promise<boolean> {
  const statuses = await loadTierStatuses(db, [memberId], now);
  return statuses.get(memberId)?.standing.tier === "gold";
}

/** A member's gold as it stands, and all their times of it. */
export type GoldStanding = {
  /** The instant that it is of. */
  at: Date;
  status: TierStatus;
  /** By the clock, with those that are paid for and have not begun. */
  periods: GoldPeriod[];
};

/**
 * Where a member stands, with their times of gold.
 *
 * @param now for tests; the database's clock otherwise.
 */
export async function loadGoldStanding(
  db: Db,
  memberId: number,
  now?: Date,
): Promise<GoldStanding> {
  const [facts] = await loadFacts(db, [memberId], now);
  if (!facts) throw new Error(`There is no member ${memberId}.`);
  const { timeZone } = await loadClub(db);
  const book = await loadRuleBook(db);
  const time = clubTime(timeZone);
  const given = goldPeriods(facts.gold);
  const entries = statusEntries(facts.status);
  return {
    at: facts.now,
    status: tierStatus(facts.now, given, entries, book, time),
    periods: goldHistory(given, entries, facts.now, book, time),
  };
}

function loadFacts(db: Db, memberIds: number[], now: Date | undefined): Promise<Row[]> {
  return queryRows<Row>(
    db,
    Prisma.sql`
    select member.id, coalesce(${now ?? null}::timestamptz, now()) as now,
      (select coalesce(jsonb_agg(jsonb_build_array(
          cause, extract(epoch from starts_at) * 1000, extract(epoch from ends_at) * 1000)), '[]')
        from tier_period where member_id = member.id and tier = 'gold') as gold,
      ${netStatus(Prisma.sql`member.account_id`)} as status
    from member where member.id = any(${memberIds}::int[])`,
  );
}
