import { addDays, addMonths, type Day, weekdayOf } from "#app/platform/club-time.ts";

/** Nobody plans further ahead, and each is an event of its own. */
export const MOST_REPEATS = 52;

/**
 * How an event repeats: every so many weeks, or every month on what its day is of its own month (its second Saturday,
 * say, or its last).
 */
export type Repeat = {
  every: "week" | "two-weeks" | "month" | "month-last";
  /** Until this day, itself included, or so many times; whatever comes first. */
  until: Day | null;
  count: number | null;
};

/** The days on which it is held again, the first of them after its own. */
export function repeatDays(start: Day, { every, until, count }: Repeat): Day[] {
  const most = Math.min(count ?? MOST_REPEATS, MOST_REPEATS);
  const days: Day[] = [];
  for (let step = 1; days.length < most; step++) {
    const day = nthDay(start, every, step);
    if (until !== null && day !== null && day > until) break;
    // Five years of months without a fifth Saturday are none that anybody means.
    if (step > 60) break;
    if (day !== null) days.push(day);
  }
  return days;
}

/** Null for a month without such a day: not every month has a fifth Saturday. */
function nthDay(start: Day, every: Repeat["every"], step: number): Day | null {
  if (every === "week") return addDays(start, 7 * step);
  if (every === "two-weeks") return addDays(start, 14 * step);
  const weekday = weekdayOf(start);
  const month = addMonths(`${start.slice(0, 8)}01`, step);
  if (every === "month-last") {
    const last = addDays(addMonths(month, 1), -1);
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  }
  const first = addDays(month, (weekday - weekdayOf(month) + 7) % 7);
  const day = addDays(first, 7 * (weekOfMonth(start) - 1));
  return day.slice(0, 7) === month.slice(0, 7) ? day : null;
}

/** Its place among the days of its name in its month: 1 for the first Saturday. */
export const weekOfMonth = (day: Day): number => Math.ceil(Number(day.slice(8)) / 7);

/** Whether no other day of its name follows in its month. */
export const isLastOfMonth = (day: Day): boolean => addDays(day, 7).slice(0, 7) !== day.slice(0, 7);
