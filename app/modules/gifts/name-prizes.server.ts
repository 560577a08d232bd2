import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { loadPrizeGifts } from "./load-prize-gifts.server.ts";

/** A prize in words, or one that is a gift of the catalogue and may be called as that is. */
type Prize = { title: InBoth; variantId: number | null };

/** The prizes with words for each, those of its gift where none were typed; null where one is a gift that there is not. */
export async function namePrizes<Named extends Prize>(
  tx: Db,
  prizes: readonly Named[],
): Promise<Named[] | null> {
  const wanted = prizes.flatMap(({ variantId }) => variantId ?? []);
  const gifts = wanted.length === 0 ? [] : await loadPrizeGifts(tx);
  if (wanted.some((id) => !gifts.some(({ variantId }) => variantId === id))) return null;
  return prizes.map((prize) => {
    const gift = gifts.find(({ variantId }) => variantId === prize.variantId);
    const title = { en: prize.title.en || gift?.en || "", zh: prize.title.zh || gift?.zh || "" };
    return { ...prize, title: { en: title.en || title.zh, zh: title.zh || title.en } };
  });
}
