/**
 * A part of a sum in whole minor units, halves away from nought: `whole × part ÷ of`. Exact, however large the
 * product becomes on the way.
 */
export function shareOf(whole: number, part: number, of: number): number {
  const [numerator, denominator] = [2n * BigInt(whole) * BigInt(part), 2n * BigInt(of)];
  const half = BigInt(of);
  const rounded =
    numerator < 0n ? -((-numerator + half) / denominator) : (numerator + half) / denominator;
  return Number(rounded);
}

/** A share of two numbers in per cent, to a tenth; null where there is nothing to share. */
export const percentOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1_000) / 10;
