import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { type ClubTime, clubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { dueAt } from "./due-at.ts";

/** Of a club that nobody has set up yet. */
const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];

/** What the days of a claim that is filed now are reckoned by. */
export type ClaimClock = {
  now: Date;
  today: Day;
  time: ClubTime;
  /** The first instant at which an answer is late. */
  dueAt: Date;
  /** How long after a visit one can be filed. */
  withinMonths: number;
};

/**
 * Reads the club's calendar and rules as they are now, by the database's clock.
 *
 * @param at for the demo club: another instant than now.
 */
export async function readClaimClock(db: Db, at?: Date): Promise<ClaimClock> {
  const [row] = await db.$queryRaw<
    [{ now: Date; working_days: number[] | null; closed_days: Day[] | null }]
  >`
    select coalesce(${at ?? null}::timestamptz, now()) as now, (select working_days from club), (select closed_days::text[] from club)`;
  const { timeZone } = await loadClub(db);
  const book = await loadRuleBook(db);
  const time = clubTime(timeZone);
  const { claims } = rulesAt(book, row.now).rules;
  const week = {
    workingDays: row.working_days ?? MONDAY_TO_FRIDAY,
    closedDays: new Set(row.closed_days),
  };
  return {
    now: row.now,
    today: time.dayOf(row.now),
    time,
    dueAt: dueAt(row.now, claims.answerWithinWorkingDays, week, time),
    withinMonths: claims.withinMonths,
  };
}
