import type { GiftPrice } from "#app/modules/gifts/gift.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import type { Figures } from "#app/site/use-figures.ts";

/** A price in words: points, points and money, or money. A gift keeps the currency in which it was priced. */
export function priceWords(
  { points, moneyMinor, currency }: GiftPrice & { currency: string },
  t: Translate,
  figures: Figures,
): string {
  if (moneyMinor === 0) return t("gifts.points", { points: figures.points(points) });
  const money = figures.spokenMoney(moneyMinor, currency);
  if (points === 0) return money;
  return t("gifts.price.both", { points: figures.points(points), money });
}
