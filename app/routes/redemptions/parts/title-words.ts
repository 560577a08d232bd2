import type { Translate } from "#app/platform/words/translate.ts";

/** What somebody took in words, with how many there are of it where it is more than one. */
export function titleWords(
  { title, quantity }: { title: string; quantity: number },
  t: Translate,
): string {
  return quantity > 1 ? t("redemptions.pieces", { title, quantity }) : title;
}
