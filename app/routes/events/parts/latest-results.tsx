import { Link } from "@remix-run/react";
import type { EventWithResults } from "#app/modules/contest-results/load-latest-results.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Section } from "#app/ui/page.tsx";

/** The ways to what contests of events that are over came to; nothing where none did. */
export function LatestResults({ of }: { of: readonly EventWithResults[] }) {
  const { t, locale } = useWords();
  const { day } = useFigures();
  if (of.length === 0) return null;
  return (
    <Section id="results" title={t("events.results")}>
      <ul className="border-t border-rule">
        {of.map(({ slug, title, startsAt }) => (
          <li key={slug} className="border-b border-rule py-3">
            <Link to={`/events/${slug}/results`} className="font-semibold">
              {inLanguage(locale, title)}
            </Link>
            <span className="block text-ink-soft">{day(startsAt)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
