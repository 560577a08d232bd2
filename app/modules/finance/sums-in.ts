/** A sum in each of its currencies, in minor units. */
export type SumIn = { currency: string; minor: number };

/** Adds rows up by their currency. */
export function sumsIn<Row extends { currency: string }>(
  rows: readonly Row[],
  minorOf: (row: Row) => number,
): SumIn[] {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(row.currency, (sums.get(row.currency) ?? 0) + minorOf(row));
  return [...sums].map(([currency, minor]) => ({ currency, minor }));
}
