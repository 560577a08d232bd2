import type { OwnRedemption } from "#app/modules/redemptions/load-own-redemptions.server.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import type { Figures } from "#app/site/use-figures.ts";

/** What is still to be paid for a gift, and by when where there is a day. */
export function moneyToPay(
  { amountMinor, currency, dueUntil }: NonNullable<OwnRedemption["payment"]>,
  t: Translate,
  figures: Figures,
): string {
  const money = figures.moneyIn(amountMinor, currency);
  return dueUntil === null
    ? t("redemptions.toPay", { money })
    : t("redemptions.toPayBy", { money, day: figures.lastDay(dueUntil) });
}
