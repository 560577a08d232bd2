/**
 * What a judge gave an entry, in points: for every criterion its weight times the value, added up. Whole numbers, so
 * that nothing has been rounded when it is compared.
 */
export function pointsOf(
  criteria: readonly { key: string; weight: number }[],
  values: Readonly<Record<string, number>>,
): number {
  return criteria.reduce((sum, { key, weight }) => {
    const value = values[key];
    if (value === undefined) throw new Error(`There is no value for ${key}.`);
    return sum + weight * value;
  }, 0);
}

/** A standardised score is kept as so many parts of one: twelve places after the point. */
export const PARTS = 10n ** 12n;

/**
 * Standardises what one judge gave within a bracket: how many of the judge's own (population) standard deviations an
 * entry lies above the judge's own mean. So a strict judge counts as much as a generous one, and one who uses the whole
 * scale as much as one who stays between 6 and 8.
 *
 * With n entries, points p, S the sum of all p and Q the sum of all p², it is (n·p − S) / √(n·Q − S²): above and below
 * the line are whole numbers. It is cut off after twelve places, in whole numbers too, so that every machine comes to the
 * same. Where the judge gave all entries the same, or has one alone, it is 0 for each.
 *
 * @param points of every entry of the bracket that this judge scored.
 * @returns in the same order, in {@link PARTS} of one.
 */
export function standardise(points: readonly number[]): bigint[] {
  const { n, sum, spread } = sumsOf(points);
  return points.map((each) => {
    const above = n * BigInt(each) - sum;
    if (spread === 0n) return 0n;
    const size = wholeRoot((above * above * PARTS * PARTS) / spread);
    return above < 0n ? -size : size;
  });
}

/** How a judge judges, in points: the mean, and the population standard deviation. To be shown; nothing is reckoned on with it. */
export function habitOf(points: readonly number[]): { mean: number; deviation: number } {
  const { n, sum, spread } = sumsOf(points);
  if (n === 0n) return { mean: 0, deviation: 0 };
  return { mean: Number(sum) / Number(n), deviation: Math.sqrt(Number(spread)) / Number(n) };
}

function sumsOf(points: readonly number[]) {
  const n = BigInt(points.length);
  let [sum, squares] = [0n, 0n];
  for (const each of points) {
    sum += BigInt(each);
    squares += BigInt(each) ** 2n;
  }
  return { n, sum, spread: n * squares - sum * sum };
}

/** The whole part of a square root (Newton's method, from above). */
export function wholeRoot(square: bigint): bigint {
  if (square < 2n) return square;
  let root = 1n << BigInt(Math.ceil(square.toString(2).length / 2));
  for (;;) {
    const next = (root + square / root) / 2n;
    if (next >= root) return root;
    root = next;
  }
}

/** A total is kept in millionths: six places after the point. */
export const MILLIONTHS = 1_000_000;

/**
 * An entry's total: the mean of its standardised scores, rounded to whole millionths, halves away from zero. The places
 * that are dropped here are those in which two ways to the same total could differ.
 *
 * @param scores from {@link standardise}, one of each judge who counts; at least one.
 * @returns in millionths.
 */
export function totalOf(scores: readonly bigint[]): number {
  const sum = scores.reduce((all, each) => all + each, 0n);
  const whole = BigInt(scores.length) * (PARTS / BigInt(MILLIONTHS));
  const size = ((sum < 0n ? -sum : sum) * 2n + whole) / (whole * 2n);
  return sum < 0n && size !== 0n ? -Number(size) : Number(size);
}
