import type { InBoth } from "#app/platform/words/in-language.ts";
import type { PrizeToWin } from "./allot-prizes.ts";

/** As many prizes as a form has lines. */
export const PRIZE_LINES = [1, 2, 3, 4, 5, 6, 7, 8] as const;
export type PrizeLine = (typeof PRIZE_LINES)[number];

/** A prize as staff write it. */
export type PrizeDraft = Omit<PrizeToWin, "id"> & {
  /** What it is called; of a gift of the catalogue both are the gift's where nothing was typed. */
  title: InBoth;
  /** Whose pieces are taken from the shelf; null: the club has it by other means. */
  variantId: number | null;
  /** For the account of the family's member. */
  points: number;
};

/** What keeps prizes from being kept as they are. */
export type PrizeFault = "gap" | "twice";

/**
 * What is wrong with the ranks of prizes: of each age group they go down from the first without a gap, and each is said
 * once, be it for all age groups or for this one.
 *
 * @param brackets of the contest; none for one ranking of all.
 */
export function faultOf(
  prizes: readonly Pick<PrizeDraft, "bracket" | "rank">[],
  brackets: readonly string[],
): PrizeFault | null {
  for (const bracket of brackets.length > 0 ? brackets : [null]) {
    const ranks = prizes
      .filter((prize) => prize.bracket === null || prize.bracket === bracket)
      .map(({ rank }) => rank)
      .sort((a, b) => a - b);
    if (new Set(ranks).size < ranks.length) return "twice";
    if (ranks.some((rank, at) => rank !== at + 1)) return "gap";
  }
  return null;
}
