import { shareOf } from "./minor-share.ts";
import { type Month, monthAfter, monthsBetween } from "./months.ts";

/** Over so many months a yearly due is earned. */
const MONTHS_OF_A_YEAR = 12;

/** A year that was paid for, and what went back of it. */
export type PaidYear = {
  amountMinor: number;
  /** The month in which it begins: its first twelfth is earned in it. */
  from: Month;
  refunds: readonly { month: Month; amountMinor: number }[];
};

/**
 * What is earned of a year in each month, in minor units: a twelfth a month, in whole units that add up to the due.
 *
 * What went back comes off what is not earned yet, so the months that remain share what is left; where more went
 * back than that, the rest is taken off in that month. Before the year begins nothing is earned.
 */
export function earnedByMonth(year: PaidYear): Map<Month, number> {
  const earned = new Map<Month, number>();
  const last = monthAfter(year.from, MONTHS_OF_A_YEAR - 1);
  const months = [
    ...Array.from({ length: MONTHS_OF_A_YEAR }, (_, index) => monthAfter(year.from, index)),
    ...year.refunds.map(({ month }) => month).filter((month) => month > last),
  ].sort();
  let soFar = 0;
  for (const month of new Set(months)) {
    const refunded = year.refunds
      .filter((refund) => refund.month <= month)
      .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    const left = year.amountMinor - refunded - soFar;
    const monthsLeft = Math.max(1, monthsBetween(month, last) + 1);
    const part = left < 0 ? left : shareOf(left, 1, monthsLeft);
    if (part !== 0) earned.set(month, part);
    soFar += part;
  }
  return earned;
}
