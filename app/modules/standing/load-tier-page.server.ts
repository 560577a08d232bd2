import { loadClub } from "#app/modules/club/load-club.server.ts";
import {
  type CountedEntry,
  loadStatusEntries,
} from "#app/modules/ledger/load-status-entries.server.ts";
import type { ClubRules } from "#app/modules/rulebook/club-rules.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { loadTierStatuses } from "./load-tier-statuses.server.ts";
import { statusWindow } from "./tier.ts";
import type { TierStatus } from "./tier-status.ts";

/** Where a member stands, why, and what the club's tiers are. */
export type TierPage = {
  standing: TierStatus;
  /** Entries whose status points count today. */
  counted: CountedEntry[];
  /** Entries beyond those listed, and the status points they bring. */
  others: { entries: number; points: number };
  /** The card programme's bonus, where it has one. */
  programmeBonus: number;
  rules: Pick<ClubRules, "tiers" | "earning">;
};

/** A year of visits of nearly everybody; who has more sees the latest, and the rest as a sum. */
const LISTED = 30;

/** Reads the page of tiers in two queries side by side. */
export async function loadTierPage(
  db: Db,
  member: { id: number; accountId: number; programme: string },
  now = new Date(),
): Promise<TierPage> {
  const [book, { timeZone }] = await Promise.all([loadRuleBook(), loadClub()]);
  const { rules } = rulesAt(book, now);
  const window = statusWindow(now, rules.tiers, clubTime(timeZone));
  const [standings, entries] = await Promise.all([
    loadTierStatuses(db, [member.id], now),
    loadStatusEntries(db, member.accountId, window),
  ]);
  const standing = standings.get(member.id);
  if (!standing) throw new Error(`There is no member ${member.id}.`);
  const rest = entries.slice(LISTED);
  return {
    standing,
    counted: entries.slice(0, LISTED),
    others: {
      entries: rest.length,
      points: rest.reduce((sum, { points }) => sum + points, 0),
    },
    programmeBonus: rules.earning.programmes[member.programme]?.bonusPercent ?? 0,
    rules: { tiers: rules.tiers, earning: rules.earning },
  };
}
