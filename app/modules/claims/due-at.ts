import {
  isWorkingDay,
  MOST_DAYS,
  type WorkingWeek,
} from "#app/modules/working-hours/working-week.ts";
import { addDays, type ClubTime } from "#app/platform/club-time.ts";

/**
 * By when a claim is answered: the end of the last of so many working days after the day it was filed
 * (product.md, "Missing points"). That day itself never counts, however early it was: who files at ten in the
 * evening, or on a Sunday, waits no shorter and no longer than the next day's first.
 *
 * @param days working days, at least one.
 * @returns the first instant that is too late.
 * @throws RangeError where no day is ever a working day.
 */
export function dueAt(filedAt: Date, days: number, week: WorkingWeek, time: ClubTime): Date {
  let day = time.dayOf(filedAt);
  let left = days;
  for (let step = 0; left > 0; step++) {
    if (step === MOST_DAYS) throw new RangeError("A club that never works");
    day = addDays(day, 1);
    if (isWorkingDay(day, week)) left--;
  }
  return time.endOfDay(day);
}
