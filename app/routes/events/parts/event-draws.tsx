import { Link } from "@remix-run/react";
import { showEntryNumber } from "#app/modules/draws/entry-number.ts";
import type { EventDraw } from "#app/modules/draws/load-event-draws.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { Section } from "#app/ui/page.tsx";

/** The draws among an event's parties, and whether the reader is in them. */
export function EventDraws({ draws }: { draws: readonly EventDraw[] }) {
  const { t, locale } = useWords();
  if (draws.length === 0) return null;
  return (
    <Section id="draws" title={t("events.drawsOf")}>
      <ul className="grid gap-2">
        {draws.map(({ slug, state, title, entry }) => (
          <li key={slug}>
            <Link to={`/draws/${slug}`}>{inLanguage(locale, title)}</Link>
            <p className="text-ink-soft">
              {entry
                ? t("events.drawsOf.in", { entry: showEntryNumber(entry) })
                : t(`events.drawsOf.${state}`)}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
