import { readWhole } from "#app/platform/typed-number.ts";

/** More pieces than this are a slip of the keyboard. */
const MOST_PIECES = 1_000_000;

/**
 * How many pieces somebody typed: a whole number, with separators at thousands or without; nothing typed is nought.
 *
 * @param least the fewest that make sense.
 * @returns null where it is none.
 */
export function readPieces(typed: string, least: number): number | null {
  const pieces = typed.trim() === "" ? 0 : readWhole(typed);
  return pieces !== null && pieces >= least && pieces <= MOST_PIECES ? pieces : null;
}
