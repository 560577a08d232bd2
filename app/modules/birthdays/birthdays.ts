import type { Birthday } from "#app/modules/person/birthday.ts";
import { addDays, type Day, dayFrom, daysBetween } from "#app/platform/club-time.ts";

/** After a longer standstill nobody is congratulated for weeks gone by. */
const MAKE_UP_DAYS = 31;

/**
 * The birthdays that are kept on a day: its own, and on 28 February of a common year those of the 29th too,
 * so that nobody is left out three years in four.
 */
export function birthdaysOn(day: Day): Birthday[] {
  const [year = 0, month = 0, ofMonth = 0] = day.split("-").map(Number);
  const own = { month, day: ofMonth };
  const isLeap = dayFrom(year, 2, 29) !== null;
  return month === 2 && ofMonth === 28 && !isLeap ? [own, { month: 2, day: 29 }] : [own];
}

/**
 * The days whose birthdays are to be kept today: today, and every day since the last that was done. Somebody
 * who enters a birthday that has passed has it next year: that day has been done.
 */
export function daysToKeep(doneThrough: Day | null, today: Day): Day[] {
  const missed = doneThrough === null ? 0 : daysBetween(doneThrough, today) - 1;
  const back = Math.max(0, Math.min(missed, MAKE_UP_DAYS));
  return Array.from({ length: back + 1 }, (_, index) => addDays(today, index - back));
}
