import { type Day, weekdayOf } from "#app/platform/club-time.ts";

/** On which days a club or one of its stores works. */
export type WorkingWeek = {
  /** Days of the week, 1 Monday to 7 Sunday; at least one. */
  workingDays: readonly number[];
  /** Days on which nobody does, whatever day of the week they are: public holidays. */
  closedDays: ReadonlySet<Day>;
  /** Days on which they do all the same: made up for a holiday. */
  openDays?: ReadonlySet<Day>;
};

/** Closed days are single dates, so even a club that closes for a year has an end. */
export const MOST_DAYS = 4_000;

/** A day that is named both closed and open is closed: nobody waits for a door that stays shut. */
export function isWorkingDay(
  day: Day,
  { workingDays, closedDays, openDays }: WorkingWeek,
): boolean {
  if (closedDays.has(day)) return false;
  return workingDays.includes(weekdayOf(day)) || openDays?.has(day) === true;
}
