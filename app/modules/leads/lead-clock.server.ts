import { loadClub } from "#app/modules/club/load-club.server.ts";
import type { ClubRules } from "#app/modules/rulebook/club-rules.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { type RuleVersion, rulesAt } from "#app/modules/rulebook/rule-book.ts";
import type { WorkingHours } from "#app/modules/working-hours/due-within.ts";
import { loadWorkingHours } from "#app/modules/working-hours/load-working-hours.server.ts";
import { type ClubTime, clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";

/** What the times and points of a lead are reckoned by. */
export type LeadClock = {
  now: Date;
  time: ClubTime;
  /** Of the lead's store, or of the club. */
  hours: WorkingHours;
  rules: RuleVersion;
  referrals: ClubRules["referrals"];
};

/** @param now the database's clock, or a test's. */
export async function readLeadClock(
  tx: Db,
  { storeId, now }: { storeId: number | null; now: Date },
): Promise<LeadClock> {
  // One after the other: a transaction has one connection.
  const { timeZone } = await loadClub(tx);
  const book = await loadRuleBook(tx);
  const hours = await loadWorkingHours(tx, storeId);
  const rules = rulesAt(book, now);
  return { now, time: clubTime(timeZone), hours, rules, referrals: rules.rules.referrals };
}
