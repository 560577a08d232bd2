import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { loadWorkingHours } from "#app/modules/working-hours/load-working-hours.server.ts";
import { type ClubTime, clubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { dueAt } from "./due-at.ts";

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
  const [{ now }] = await db.$queryRaw<[{ now: Date }]>`
    select coalesce(${at ?? null}::timestamptz, now()) as now`;
  const week = await loadWorkingHours(db, null);
  const { timeZone } = await loadClub(db);
  const book = await loadRuleBook(db);
  const time = clubTime(timeZone);
  const { claims } = rulesAt(book, now).rules;
  return {
    now,
    today: time.dayOf(now),
    time,
    dueAt: dueAt(now, claims.answerWithinWorkingDays, week, time),
    withinMonths: claims.withinMonths,
  };
}
