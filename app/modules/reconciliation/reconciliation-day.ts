import { addDays, type ClubTime, type Day } from "#app/platform/club-time.ts";

/**
 * How long after its end a day of the club is read: what a webhook did not tell, the poll has asked about by then.
 */
const SETTLES_MS = 15 * 60_000;

/** Further back nobody reads a day: Stripe's own reports are for that. */
export const MOST_DAYS_BACK = 400;

/** Why a day could not be read: `refused` where Stripe answers, and does not let the club's key read its balance. */
export type ReadFailure = "away" | "refused";

/** The last day that is over and has settled. */
export function lastClosedDay(time: ClubTime, now: Date): Day {
  return addDays(time.dayOf(new Date(now.getTime() - SETTLES_MS)), -1);
}

/**
 * The days that ought to have been read and were never asked for, the oldest first.
 *
 * @param first the day on which the club first asked Stripe for money.
 * @param known days that were asked for.
 */
export function daysToAskFor(first: Day, last: Day, known: ReadonlySet<Day>): Day[] {
  const from = [first, addDays(last, -MOST_DAYS_BACK)].sort().at(-1) ?? first;
  const days: Day[] = [];
  for (let day = from; day <= last; day = addDays(day, 1)) if (!known.has(day)) days.push(day);
  return days;
}

/** A day as the database has it. */
export const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** The same read again. */
export const readDate = (date: Date): Day => date.toISOString().slice(0, 10);
