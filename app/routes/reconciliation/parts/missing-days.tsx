import type { DayListed } from "#app/modules/reconciliation/load-days.server.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";

/** Whoever reads of more days than these knows that something is wrong. */
const NAMED = 10;

/** Days of which the books at Stripe were not read, and why. */
export function MissingDays({ days }: { days: Pick<DayListed, "day" | "failure">[] }) {
  const { t, locale } = useWords();
  const figures = useFigures();
  if (days.length === 0) return null;
  const why = days.find(({ failure }) => failure !== null)?.failure ?? "waiting";
  const named = days.slice(0, NAMED).map(({ day }) => figures.calendarDay(day));
  const names = new Intl.ListFormat(locale).format(
    days.length > NAMED ? [...named.slice(0, -1), "…"] : named,
  );
  return (
    <Notice
      tone={why === "waiting" ? "info" : "warn"}
      title={t("reconciliation.missing.title", { count: days.length })}
      announce={false}
    >
      {t(`reconciliation.missing.${why}`, { days: names })}
    </Notice>
  );
}
