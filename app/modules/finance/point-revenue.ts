import { type Breakage, breakageOf, expectedRedeemed } from "./breakage.ts";
import { shareOf } from "./minor-share.ts";
import { type Month, monthAfter } from "./months.ts";
import type { Cohort } from "./point-sums.ts";

/**
 * The revenue of points that is recognised so far, in minor units, as IFRS 15 has it for customers' options (B39–B43)
 * with breakage (B46): what was allocated to the points, by the share that was redeemed of all that are expected to be.
 *
 * @param points.allocatedMinor the revenue that was set aside for them.
 * @param points.redeemed so far.
 * @param points.expected to be redeemed in all, those redeemed among them. Once nothing is left to be redeemed,
 *   everything is recognised.
 */
export function recognisedMinor(points: {
  allocatedMinor: number;
  redeemed: number;
  expected: number;
}): number {
  const { allocatedMinor, redeemed, expected } = points;
  return expected <= 0 || redeemed >= expected
    ? allocatedMinor
    : shareOf(allocatedMinor, Math.max(0, redeemed), expected);
}

/** A cohort of points as revenue, in minor units. */
export type CohortRevenue = Cohort & {
  allocatedMinor: number;
  expected: number;
  recognisedMinor: number;
  /** Allocated and not recognised yet: the contract liability. */
  deferredMinor: number;
};

/** How many minor units a hundred points are worth that become available in a month. */
export type WorthInMonth = (month: Month) => number;

/** What is allocated to points, and what of it is recognised, cohort by cohort. */
export function revenueOfCohorts(
  cohorts: readonly Cohort[],
  breakage: Breakage,
  worthIn: WorthInMonth,
): CohortRevenue[] {
  return cohorts.map((cohort) => {
    const allocatedMinor = valueOfPoints(cohort.granted, worthIn(cohort.month));
    const expected = expectedRedeemed(cohort, breakage);
    // Where nothing is expected to expire, what does is recognised when it does (B46, second sentence).
    const recognised = breakage.estimated
      ? recognisedMinor({ allocatedMinor, redeemed: cohort.redeemed, expected })
      : recognisedMinor({
          allocatedMinor,
          redeemed: cohort.redeemed + cohort.expired,
          expected: expected + cohort.expired,
        });
    return {
      ...cohort,
      allocatedMinor,
      expected,
      recognisedMinor: recognised,
      deferredMinor: allocatedMinor - recognised,
    };
  });
}

/** Points in minor units, at so many for a hundred. */
export const valueOfPoints = (points: number, minorPer100: number): number =>
  shareOf(points, minorPer100, 100);

/** The revenue of points in a month: what was set aside, what was recognised, and what is deferred at its end. */
export type RevenueLine = {
  month: Month;
  openingMinor: number;
  allocatedMinor: number;
  recognisedMinor: number;
  closingMinor: number;
};

/**
 * The revenue of points month by month: each month takes what its end says beyond the end of the month before.
 *
 * @param cohortsAt the cohorts as they stood at the end of a month: all of them, and those given here alone.
 */
export function revenueByMonth(
  months: readonly Month[],
  cohortsAt: (month: Month) => { all: Cohort[]; givenHere: Cohort[] },
  worthIn: WorthInMonth,
): RevenueLine[] {
  const endOf = (month: Month) => {
    const { all, givenHere } = cohortsAt(month);
    const lines = revenueOfCohorts(all, breakageOf(givenHere, month), worthIn);
    const sum = (key: "allocatedMinor" | "recognisedMinor") =>
      lines.reduce((total, line) => total + line[key], 0);
    return { allocated: sum("allocatedMinor"), recognised: sum("recognisedMinor") };
  };
  const first = months[0];
  if (first === undefined) return [];
  let before = endOf(monthAfter(first, -1));
  return months.map((month) => {
    const after = endOf(month);
    const line = {
      month,
      openingMinor: before.allocated - before.recognised,
      allocatedMinor: after.allocated - before.allocated,
      recognisedMinor: after.recognised - before.recognised,
      closingMinor: after.allocated - after.recognised,
    };
    before = after;
    return line;
  });
}
