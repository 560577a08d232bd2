import { Link } from "@remix-run/react";
import type { PublicDraw } from "#app/modules/draws/load-public-draw.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { type Fact, KeyValue } from "#app/ui/key-value.tsx";

/** What can be won, in the order in which it is drawn. */
export function DrawPrizes({ prizes }: Pick<PublicDraw, "prizes">) {
  const { locale } = useWords();
  return (
    <ul className="grid gap-1.5">
      {prizes.map(({ id, title, count }) => (
        <li key={id} className="flex gap-3">
          <span className="figure w-12 flex-none text-right">{count} ×</span>
          <span className="min-w-0 [overflow-wrap:anywhere]">{inLanguage(locale, title)}</span>
        </li>
      ))}
    </ul>
  );
}

type Told = Pick<
  PublicDraw,
  | "entrants"
  | "event"
  | "entries"
  | "onePerHousehold"
  | "mustBePresent"
  | "drawAt"
  | "drawnAt"
  | "claimBy"
>;

/** When it is, who takes part, and what holds for winners. */
export function DrawFacts({ draw }: { draw: Told }) {
  const { t } = useWords();
  const { moment, points, calendarDay } = useFigures();
  const who = useEntrantWords(draw);
  const facts: Fact[] = [
    { label: t("draws.drawAt"), value: moment(draw.drawnAt ?? draw.drawAt) },
    {
      label: t("draws.who"),
      value: draw.event ? <Link to={`/events/${draw.event.slug}`}>{who}</Link> : who,
    },
    { label: t("draws.entries"), value: points(draw.entries) },
    {
      label: t("draws.household"),
      value: t(draw.onePerHousehold ? "draws.household.one" : "draws.household.any"),
    },
    {
      label: t("draws.present"),
      value: t(draw.mustBePresent ? "draws.present.must" : "draws.present.need-not"),
    },
    { label: t("draws.claimBy"), value: calendarDay(draw.claimBy) },
  ];
  return <KeyValue facts={facts} />;
}

function useEntrantWords({ entrants, event }: Pick<Told, "entrants" | "event">): string {
  const { t, locale } = useWords();
  const { calendarDay } = useFigures();
  if (entrants.of !== "visits") {
    const title = inLanguage(locale, event?.title ?? { en: "", zh: "" });
    return t(`draws.who.${entrants.of}`, { event: title });
  }
  const days = { from: calendarDay(entrants.from), through: calendarDay(entrants.through) };
  return t(entrants.perVisit ? "draws.who.perVisit" : "draws.who.visits", days);
}
