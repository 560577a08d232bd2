import { loadClub } from "#app/modules/club/load-club.server.ts";
import type { EntryKind, EntryMeta } from "#app/modules/ledger/entry.ts";
import type { ClubRules } from "#app/modules/rulebook/club-rules.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { loadTierStatuses } from "./load-tier-statuses.server.ts";
import { statusWindow } from "./tier.ts";
import type { TierStatus } from "./tier-status.ts";

/** An entry whose status points count today. */
export type CountedEntry = {
  entryId: number;
  kind: EntryKind;
  meta: EntryMeta;
  points: number;
  countsAt: Date;
};

/** Where a member stands, why, and what the club's tiers are. */
export type TierPage = {
  standing: TierStatus;
  counted: CountedEntry[];
  /** Entries beyond those listed, and the status points they bring. */
  others: { entries: number; points: number };
  /** The card programme's bonus, where it has one. */
  programmeBonus: number;
  rules: Pick<ClubRules, "tiers" | "earning">;
};

/** A year of visits of nearly everybody; who has more sees the latest, and the rest as a sum. */
const LISTED = 30;

type Row = {
  entry_id: bigint;
  kind: EntryKind;
  meta: EntryMeta;
  points: bigint;
  counts_at: Date;
};

/** Reads the page of tiers in two queries side by side. */
export async function loadTierPage(
  db: Db,
  member: { id: number; accountId: number; programme: string },
  now = new Date(),
): Promise<TierPage> {
  const [book, { timeZone }] = await Promise.all([loadRuleBook(), loadClub()]);
  const { rules } = rulesAt(book, now);
  const window = statusWindow(now, rules.tiers, clubTime(timeZone));
  const [standings, rows] = await Promise.all([
    loadTierStatuses(db, [member.id], now),
    loadCounted(db, member.accountId, window),
  ]);
  const standing = standings.get(member.id);
  if (!standing) throw new Error(`There is no member ${member.id}.`);
  const listed = rows.slice(0, LISTED);
  const rest = rows.slice(LISTED);
  return {
    standing,
    counted: listed.map((row) => ({
      entryId: Number(row.entry_id),
      kind: row.kind,
      meta: row.meta,
      points: Number(row.points),
      countsAt: row.counts_at,
    })),
    others: {
      entries: rest.length,
      points: rest.reduce((sum, row) => sum + Number(row.points), 0),
    },
    programmeBonus: rules.earning.programmes[member.programme]?.bonusPercent ?? 0,
    rules: { tiers: rules.tiers, earning: rules.earning },
  };
}

/** A reversal is netted with what it reverses: an award taken back brings nothing and is not listed. */
function loadCounted(
  db: Db,
  accountId: number,
  { from, through }: { from: Date; through: Date },
): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    select award.id as entry_id, award.kind, award.meta, net.points, net.counts_at
    from (
      select coalesce(txn.reverses, txn.id) as id, status.counts_at, sum(status.points)::bigint as points
      from ledger.status_entry status join ledger.txn on txn.id = status.txn_id
      where status.account_id = ${accountId}::bigint
        and status.counts_at between ${from}::timestamptz and ${through}::timestamptz
      group by 1, 2 having sum(status.points) <> 0
    ) net
    join ledger.txn award on award.id = net.id
    order by net.counts_at desc, award.id desc`;
}
