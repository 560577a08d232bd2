import { Link } from "@remix-run/react";
import type { KeptResults } from "#app/modules/contest-results/load-kept-results.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { contestPage } from "./contest-address.ts";

/** What can be won, and how much of it the ranking gives. */
export function KeptPrizes({ page }: { page: KeptResults }) {
  const { t, locale } = useWords();
  const { points } = useFigures();
  const { contest, prizes, groupNames, inAll, given, missing, tied, short } = page;
  // A ranking that would be another by now is corrected first.
  const isPublic = page.versions.length > 0 && !page.isChanged;
  const isOpen = contest.state !== "published" && contest.state !== "called-off";
  return (
    <Section id="prizes" title={t("resultKeeping.prizes")}>
      {prizes.length === 0 && <p className="text-ink-soft">{t("prizes.none")}</p>}
      <ul className="grid gap-1.5">
        {prizes.map(({ id, bracket, rank, count, title, points: worth }) => (
          <li key={id} className="flex gap-3">
            <span className="figure w-12 flex-none text-right">{count} ×</span>
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {t("results.prizeOf", { prize: rank, title: inLanguage(locale, title) })}
              {bracket !== null && (
                <span className="text-ink-soft">
                  {" · "}
                  {inLanguage(locale, groupNames[bracket] ?? { en: bracket, zh: bracket })}
                </span>
              )}
              {worth > 0 && (
                <span className="text-ink-soft">
                  {" · "}
                  {t("resultKeeping.points", { points: points(worth) })}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {prizes.length > 0 && missing === null && tied.length === 0 && (
        <p className="mt-3 text-ink-soft">
          {t(isPublic ? "resultKeeping.inAll.public" : "resultKeeping.inAll", { inAll, given })}
        </p>
      )}
      {isOpen && short.length > 0 && (
        <div className="mt-3 grid max-w-prose gap-2">
          <Notice tone="warn" title={t("resultKeeping.short")} announce={false}>
            <ul>
              {short.map(({ title, needed, free }) => (
                <li key={title.en}>
                  {t("resultKeeping.short.of", {
                    gift: inLanguage(locale, title),
                    needed: points(needed),
                    free: points(free),
                  })}
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      {isOpen && (
        <p className="mt-3">
          <Link to={`${contestPage(contest.eventId, contest.id)}/prizes`}>{t("prizes.edit")}</Link>
        </p>
      )}
    </Section>
  );
}
