import { valueOfPoints } from "#app/modules/finance/point-revenue.ts";

/** Points that leads of one month brought and that stand, and how many of the cars were delivered. */
export type LeadPoints = {
  /** `YYYY-MM`. */
  month: string;
  /** Of the referrers, and the welcome of friends who bought; pending ones are in both. */
  referrers: number;
  welcome: number;
  /** Of both: those that cannot be spent yet. */
  pending: number;
  deliveries: number;
};

/** The same with what follows from it. */
export type PointsPerSale = Omit<LeadPoints, "month"> & {
  /** Null of all months together. */
  month: string | null;
  points: number;
  /** Whole points; null as long as nothing is delivered. */
  perSale: number | null;
  /** What the points are worth in the books, in minor units; and for each delivery. */
  valueMinor: number;
  valuePerSaleMinor: number | null;
};

/**
 * What a sale costs in points: all points that leads of a time brought, also those that came to nothing, divided by
 * the deliveries that stand.
 *
 * @param minorPer100 what 100 points are worth by the club's rules, in minor units.
 */
export function pointsPerSale(
  { month, ...sums }: Omit<LeadPoints, "month"> & { month: string | null },
  minorPer100: number,
): PointsPerSale {
  const { referrers, welcome, deliveries } = sums;
  const points = referrers + welcome;
  const valueMinor = valueOfPoints(points, minorPer100);
  const each = (sum: number) => (deliveries === 0 ? null : Math.round(sum / deliveries));
  return {
    month,
    ...sums,
    points,
    perSale: each(points),
    valueMinor,
    valuePerSaleMinor: each(valueMinor),
  };
}

/** All months together. */
export function sumOfPoints(
  months: readonly LeadPoints[],
): Omit<LeadPoints, "month"> & { month: null } {
  const sum = { month: null, referrers: 0, welcome: 0, pending: 0, deliveries: 0 };
  for (const { referrers, welcome, pending, deliveries } of months) {
    sum.referrers += referrers;
    sum.welcome += welcome;
    sum.pending += pending;
    sum.deliveries += deliveries;
  }
  return sum;
}
