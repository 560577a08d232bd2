import type { InBoth } from "#app/platform/words/in-language.ts";
import { type PrizeToWin, prizesInAll } from "./allot-prizes.ts";

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

/** A gift of which there are fewer free pieces than its prizes could take. */
export type ShortOf = { title: InBoth; needed: number; free: number };

/**
 * The gifts of which too few pieces are free for all that can be won of them, one to each winner. What other contests and
 * draws would take, before they are public, is not known here.
 *
 * @param brackets how many age groups have a ranking each; 0 for one of all.
 * @param gifts those of the catalogue, with their free pieces.
 */
export function shortOf(
  prizes: readonly Pick<PrizeDraft, "bracket" | "count" | "variantId">[],
  brackets: number,
  gifts: readonly { variantId: number; en: string; zh: string; free: number }[],
): ShortOf[] {
  return gifts.flatMap(({ variantId, en, zh, free }) => {
    const needed = prizesInAll(
      prizes.filter((prize) => prize.variantId === variantId),
      brackets,
    );
    return needed > free ? [{ title: { en, zh }, needed, free }] : [];
  });
}
