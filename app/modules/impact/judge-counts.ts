import { type CountOf, nameOfCount } from "./who-came.ts";

/** A count as it is kept; null where nothing was counted, or what was is taken back. Amounts are tenths. */
export type KeptCount = { amount: number | null; version: number };

export type TypedCount = CountOf & {
  amount: number | null;
  /** As it stood when the form was made. */
  seen: KeptCount;
};

export const NOTHING_COUNTED: KeptCount = { amount: null, version: 0 };

export type CountsJudged = {
  changes: TypedCount[];
  /** Changed by somebody else since the form was made: nothing is written over them. */
  overtaken: TypedCount[];
  /** Of people or parties that did not come. */
  strangers: TypedCount[];
  /** Some were counted before, so that there has to be a reason. */
  corrects: boolean;
};

/**
 * What of a form of counts is to be kept. Whatever nobody typed over is left alone, and so is what is kept already, so
 * that a form that is sent again changes nothing.
 *
 * @param kept by {@link nameOfCount}.
 * @param countable names of all that may be counted.
 */
export function judgeCounts(
  typed: readonly TypedCount[],
  kept: ReadonlyMap<string, KeptCount>,
  countable: ReadonlySet<string>,
): CountsJudged {
  const judged: CountsJudged = { changes: [], overtaken: [], strangers: [], corrects: false };
  for (const count of typed) {
    const name = nameOfCount(count);
    const now = kept.get(name) ?? NOTHING_COUNTED;
    if (count.amount === count.seen.amount || count.amount === now.amount) continue;
    if (!countable.has(name) && count.amount !== null) judged.strangers.push(count);
    else if (now.version !== count.seen.version) judged.overtaken.push(count);
    else {
      judged.changes.push(count);
      judged.corrects ||= now.amount !== null;
    }
  }
  return judged;
}
