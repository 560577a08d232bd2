import { type ClubTime, type Day, endOfMonthAfter } from "#app/platform/club-time.ts";

/**
 * The last day points can be used: the end of the month `months` months after the month they became
 * available in, by the club's calendar.
 */
export function lastUsableDay(availableAt: Date, months: number, time: ClubTime): Day {
  return endOfMonthAfter(time.dayOf(availableAt), months);
}

/** The first instant at which points that became available then are no longer usable. */
export function lapsesAt(availableAt: Date, months: number, time: ClubTime): Date {
  return time.endOfDay(lastUsableDay(availableAt, months, time));
}
