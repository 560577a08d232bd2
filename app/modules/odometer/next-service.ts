import { addDays, addMonths, type Day, daysBetween } from "#app/platform/club-time.ts";

/** A visit to the workshop, or a reading in between, as far as the next visit can be told from it. */
export type ServiceVisit = {
  day: Day;
  odometerKm: number | null;
  /** Whether it was the kind of work that comes round: maintenance. */
  maintenance: boolean;
};

/** When a car is likely to want its next service, and by what that was told. */
export type NextService = {
  dueOn: Day;
  by: "distance" | "time";
  /** The reading at which it is due whatever the day; null when the last one was not written down. */
  atKm: number | null;
};

/** What makers of family cars print in the booklet: every 10,000 km, or a year if that comes first. */
const INTERVAL_KM = 10_000;
const INTERVAL_MONTHS = 12;

/** Readings closer together than this say little about how far a car goes in a year. */
const SHORTEST_SPAN_DAYS = 30;

/** Further than this a day is a taxi or a misread dial; the booklet's year then counts alone. */
const MOST_KM_A_DAY = 400;

/**
 * Guesses when a car's next service is due from its past visits and readings, in any order.
 *
 * Counted from its latest maintenance: a year, or the day by which it has gone the distance at the pace
 * its odometer shows, whichever comes first. Null for a car that was never in for maintenance, since
 * nothing is then known of its rhythm. It is a guess, and pages call it one.
 */
export function guessNextService(visits: readonly ServiceVisit[]): NextService | null {
  const inOrder = [...visits].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const last = inOrder.findLast((visit) => visit.maintenance);
  if (!last) return null;
  const atKm = last.odometerKm === null ? null : last.odometerKm + INTERVAL_KM;
  const byTime = addMonths(last.day, INTERVAL_MONTHS);
  const pace = kmPerDay(inOrder);
  if (pace === null) return { dueOn: byTime, by: "time", atKm };
  const byDistance = addDays(last.day, Math.floor(INTERVAL_KM / pace));
  return byDistance < byTime
    ? { dueOn: byDistance, by: "distance", atKm }
    : { dueOn: byTime, by: "time", atKm };
}

/** The pace between the first and the last reading; null when they are too close or run backwards. */
function kmPerDay(inOrder: readonly ServiceVisit[]): number | null {
  const read = inOrder.filter((visit) => visit.odometerKm !== null);
  const first = read[0];
  const last = read.at(-1);
  if (!first || !last) return null;
  const days = daysBetween(first.day, last.day);
  const km = (last.odometerKm as number) - (first.odometerKm as number);
  if (days < SHORTEST_SPAN_DAYS || km <= 0) return null;
  const pace = km / days;
  return pace > MOST_KM_A_DAY ? null : pace;
}
