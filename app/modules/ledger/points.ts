/** A bigint of the database: the ORM gives it as one, the driver as text. */
export type DatabaseInteger = bigint | number | string;

/**
 * Points as the database counts them (bigint) as points that JavaScript can count.
 *
 * The one place where the two meet: a number beyond 2^53 would round without a word, so it is refused.
 *
 * @throws RangeError for what is not a safe integer.
 */
export function toPoints(value: DatabaseInteger): number {
  const points = Number(value);
  if (!Number.isSafeInteger(points)) throw new RangeError(`Not a safe number of points: ${value}`);
  return points;
}

/** {@link toPoints}, where there may be none. */
export function toPointsOrNull(value: DatabaseInteger | null): number | null {
  return value === null ? null : toPoints(value);
}
