/** What lines of the report come to together. Costs that are not known are left out, and said. */
export type ReportSum = {
  redemptions: number;
  pieces: number;
  points: number;
  moneyMinor: number;
  costMinor: number;
  /** Pieces whose cost nobody knows. */
  piecesWithoutCost: number;
};

type Line = Omit<ReportSum, "costMinor" | "piecesWithoutCost"> & { costMinor: number | null };

/** Sums lines by what a key says of them, in the order in which the keys first come. */
export function sumsBy<Key extends string | number, Of extends Line>(
  lines: readonly Of[],
  keyOf: (line: Of) => Key,
): { key: Key; first: Of; sum: ReportSum }[] {
  const groups = new Map<Key, { key: Key; first: Of; sum: ReportSum }>();
  for (const line of lines) {
    const key = keyOf(line);
    const group = groups.get(key) ?? { key, first: line, sum: emptySum() };
    groups.set(key, group);
    add(group.sum, line);
  }
  return [...groups.values()];
}

/** All lines together. */
export function sumOf(lines: readonly Line[]): ReportSum {
  const sum = emptySum();
  for (const line of lines) add(sum, line);
  return sum;
}

/** A share of two numbers in per cent, to a tenth; null where there is nothing to share. */
export const percentOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1_000) / 10;

const emptySum = (): ReportSum => ({
  redemptions: 0,
  pieces: 0,
  points: 0,
  moneyMinor: 0,
  costMinor: 0,
  piecesWithoutCost: 0,
});

function add(sum: ReportSum, line: Line): void {
  sum.redemptions += line.redemptions;
  sum.pieces += line.pieces;
  sum.points += line.points;
  sum.moneyMinor += line.moneyMinor;
  sum.costMinor += line.costMinor ?? 0;
  if (line.costMinor === null) sum.piecesWithoutCost += line.pieces;
}
