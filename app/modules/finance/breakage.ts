import { type Month, monthsBetween } from "./months.ts";
import type { Cohort } from "./point-sums.ts";

/** So many months of history a club must have before anything is estimated from it. */
export const MONTHS_BEFORE_ESTIMATE = 24;

/** What is expected to expire of points that are left, as a fraction; or why nothing is expected. */
export type Breakage =
  | { estimated: false; monthsOfHistory: number }
  | {
      estimated: true;
      /** Of cohorts that have come to their end: what expired, of what was granted. */
      expired: number;
      granted: number;
    };

/**
 * What is expected to expire: nothing at all until the club has 24 months of history, and a month's points that have
 * come to their end. Afterwards the share that expired of all points whose month lies so far back and has come to its
 * end: a young month of which nothing is left says only that somebody was quick.
 *
 * @param cohorts of points that members were given here: what was spent of a balance before it was brought in is
 *   not known.
 */
export function breakageOf(cohorts: readonly Cohort[], now: Month): Breakage {
  const first = cohorts.find(({ granted }) => granted > 0)?.month ?? now;
  const monthsOfHistory = Math.max(0, monthsBetween(first, now));
  const ended = cohorts.filter(
    ({ month, granted, left }) =>
      granted > 0 && left === 0 && monthsBetween(month, now) >= MONTHS_BEFORE_ESTIMATE,
  );
  const sum = (key: "granted" | "expired") => ended.reduce((all, each) => all + each[key], 0);
  if (monthsOfHistory < MONTHS_BEFORE_ESTIMATE || ended.length === 0) {
    return { estimated: false, monthsOfHistory };
  }
  return { estimated: true, expired: sum("expired"), granted: sum("granted") };
}

/** How many of a cohort's points are expected to be redeemed in all. */
export function expectedRedeemed({ redeemed, left }: Cohort, breakage: Breakage): number {
  if (!breakage.estimated) return redeemed + left;
  const { expired, granted } = breakage;
  return redeemed + Math.round((left * (granted - expired)) / granted);
}
