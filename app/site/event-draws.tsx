import { Link } from "@remix-run/react";
import { showEntryNumber } from "#app/modules/draws/entry-number.ts";
import type { EventDraw } from "#app/modules/draws/load-event-draws.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { Section } from "#app/ui/page.tsx";
import { useFigures } from "./use-figures.ts";

/** The draws among an event's parties, how far they are, and whether the reader is in them. */
export function EventDraws({ draws }: { draws: readonly EventDraw[] }) {
  const { t, locale } = useWords();
  const { moment } = useFigures();
  if (draws.length === 0) return null;
  return (
    <Section id="draws" title={t("events.drawsOf")}>
      <ul className="grid gap-3">
        {draws.map(({ slug, state, method, title, at, entry }) => (
          <li key={slug}>
            <Link to={`/draws/${slug}`}>{inLanguage(locale, title)}</Link>
            <p className="text-ink-soft">
              {state === "drawn"
                ? t(`events.drawsOf.drawn.${method}`, { moment: moment(at) })
                : t(`events.drawsOf.${state}`, { moment: moment(at) })}
            </p>
            {entry && state !== "called-off" && (
              <p>{t("events.drawsOf.in", { entry: showEntryNumber(entry) })}</p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
