import type { Day } from "#app/platform/club-time.ts";
import { type InBoth, inLanguage } from "#app/platform/words/in-language.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import type { Figures } from "#app/site/use-figures.ts";

/** What a campaign is called; one that has no title yet has a name all the same. */
export const titleWords = (t: Translate, title: InBoth): string =>
  inLanguage(t.locale, title) || t("campaigns.admin.untitled");

/** On which days friends are named under it. */
export function daysWords(
  t: Translate,
  figures: Pick<Figures, "calendarDay">,
  { firstDay, lastDay }: { firstDay: Day | null; lastDay: Day | null },
): string {
  if (firstDay === null || lastDay === null) return t("campaigns.days.open");
  const [from, to] = [figures.calendarDay(firstDay), figures.calendarDay(lastDay)];
  return t("campaigns.days", { from, to });
}
