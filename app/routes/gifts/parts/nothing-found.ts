import type { GiftSearch } from "#app/modules/gifts/find-gifts.ts";
import type { WordKey } from "#app/platform/words/translate.ts";

/** Why a search shows nothing: no word was looked for where only a kind was chosen. */
export function nothingFound({ words }: GiftSearch) {
  return (words === "" ? "gifts.none.kind" : "gifts.none") satisfies WordKey;
}
