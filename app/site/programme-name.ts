import type { Translate } from "#app/platform/words/translate.ts";

/** The card programmes that a club begins with. */
const PROGRAMMES = ["home", "region"] as const;

/** A card programme in the reader's words; a club's further ones are shown as its rules name them. */
export function programmeName(programme: string, t: Translate): string {
  const known = PROGRAMMES.find((name) => name === programme);
  return known ? t(`programme.${known}`) : programme;
}
