/** A line of a stock-taking: what was counted on a shelf, and what stood on the sheet when it was drawn. */
export type CountLine = { itemId: number; counted: number; seen: number };

export type CountDecision =
  | { ok: true; difference: number }
  /** Pieces came or went since the sheet was drawn: nobody can tell whether they were counted. */
  | { ok: false; onHand: number };

/**
 * What a count adds to a shelf. A promise moves nothing on the shelf and so does not stand in its way; a delivery or
 * a hand-over since does: counted before or after it, the same figure would mean two things, and a piece would be
 * lost on paper.
 */
export function countDifference(
  { counted, seen }: Omit<CountLine, "itemId">,
  onHand: number,
): CountDecision {
  if (seen !== onHand) return { ok: false, onHand };
  return { ok: true, difference: counted - onHand };
}
