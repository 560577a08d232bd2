import type { InBoth } from "#app/platform/words/in-language.ts";
import type { Entrants } from "./entrants.ts";
import type { PublicValue } from "./public-value.ts";

/** A draw as whoever keeps it has typed it. */
export type DrawDraft = {
  title: InBoth;
  about: InBoth;
  entrants: Entrants;
  onePerHousehold: boolean;
  mustBePresent: boolean;
  drawAt: Date;
  /** The last day on which a prize is kept for its winner, as `YYYY-MM-DD`. */
  claimBy: string;
  how: (PublicValue & { due: Date }) | { pickedBy: InBoth };
  prizes: DrawPrizeDraft[];
};

export type DrawPrizeDraft = {
  /** Of a gift it may be empty: it is called as the gift is. */
  title: InBoth;
  count: number;
  /** A gift of the catalogue, whose pieces are kept from freezing on; null: the club has it by other means. */
  variantId: number | null;
};

/** So many kinds of prizes has a draw at most. */
export const PRIZES = [1, 2, 3, 4, 5] as const;
export type PrizePlace = (typeof PRIZES)[number];
