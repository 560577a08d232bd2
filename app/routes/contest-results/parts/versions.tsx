import { Link } from "@remix-run/react";
import type { KeptResults } from "#app/modules/contest-results/load-kept-results.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Section } from "#app/ui/page.tsx";

/** What was published, the latest first, and what can follow from it. */
export function KeptVersions({ page }: { page: KeptResults }) {
  const { t, locale } = useWords();
  const { moment } = useFigures();
  return (
    <Section id="versions" title={t("resultKeeping.published")}>
      <ul className="grid gap-2">
        {page.versions.toReversed().map(({ version, at, by, reason }) => (
          <li key={version}>
            <a href={`/contests/${page.contest.id}/ranking/${version}.txt`}>
              {t("resultKeeping.version", { version })}
            </a>{" "}
            <span className="text-ink-soft">
              {moment(at)} <bdi>{t("resultKeeping.by", { name: by })}</bdi>
            </span>
            {reason && <bdi className="block">{inLanguage(locale, reason)}</bdi>}
          </li>
        ))}
      </ul>
      {page.maySetUpDraw && (
        <p className="mt-4 max-w-prose text-[0.9375rem] text-ink-soft">
          {t("resultKeeping.draw.means")}{" "}
          <Link to={`/admin/draws/new?event=${page.contest.eventId}`}>
            {t("resultKeeping.draw")}
          </Link>
        </p>
      )}
    </Section>
  );
}
