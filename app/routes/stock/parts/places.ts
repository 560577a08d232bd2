import type { StockPlace } from "#app/modules/stock/load-places.server.ts";
import type { StockName } from "#app/modules/stock/load-stock.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Translate } from "#app/platform/words/translate.ts";

/** What a place is called: a store, or the club's store room (null). */
export function placeName(
  t: Translate,
  places: readonly StockPlace[],
  storeId: number | null,
): string {
  if (storeId === null) return t("stock.room");
  const place = places.find((each) => each.storeId === storeId);
  if (!place) return t("stock.storeNumber", { id: storeId });
  return inLanguage(t.locale, place.name);
}

/** What lies in a stock: all that is taken from it. */
export const stockTitle = (t: Translate, names: readonly StockName[]): string =>
  names
    .map(({ titleEn, titleZh }) => inLanguage(t.locale, { en: titleEn, zh: titleZh }))
    .join(" / ");
