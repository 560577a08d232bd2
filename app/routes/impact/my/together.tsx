import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadClubImpact, loadOwnImpact, sumsOf } from "#app/modules/impact/load-impact.server.ts";
import { db } from "#app/platform/db.server.ts";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import { countedWords } from "#app/platform/words/counted.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords, WordsProvider } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { TreePlantingDrawing } from "#app/ui/drawings/tree-planting.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";

/** Members: what their family has done together at events, and the club in all. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, t, locale } = await readOwnerRequest(request);
  const { timeZone } = await loadClub();
  const [own, club] = await Promise.all([
    loadOwnImpact(db(), member.id),
    loadClubImpact(db(), timeZone),
  ]);
  return {
    ...{ locale, words: packedCatalog(locale, ["impact"]), title: t("together.title") },
    ...{ own, sums: sumsOf(own), club },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function Together() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <What />
    </WordsProvider>
  );
}

function What() {
  const { t, locale } = useWords();
  const figures = useFigures();
  const { own, sums, club } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink to="/my/events">{t("together.back")}</BackLink>
      <PageHeader title={t("together.title")} lead={t("together.lead")} />
      {own.length === 0 ? (
        <EmptyState
          drawing={<TreePlantingDrawing />}
          action={<ButtonLink to="/my/events">{t("together.back")}</ButtonLink>}
        >
          {t("together.none")}
        </EmptyState>
      ) : (
        <Section id="family" title={t("together.family")}>
          <ul>
            {sums.map(({ unit, amount }) => (
              <li key={unit.many + unit.zh} className="text-2xl font-semibold">
                {countedWords(unit, amount, locale)}
              </li>
            ))}
          </ul>
          <ul className="mt-4 border-t border-rule">
            {own.map(({ registrationId, slug, title, startsAt, unit, amount, points }) => (
              <li key={registrationId} className="border-b border-rule py-3">
                <p className="font-semibold">
                  <Link to={`/my/events/${slug}`}>{inLanguage(locale, title)}</Link>
                </p>
                <p className="text-ink-soft">
                  {[
                    figures.day(startsAt),
                    countedWords(unit, amount, locale),
                    ...(points > 0
                      ? [t("together.points", { points: figures.points(points) })]
                      : []),
                  ].join(" · ")}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {club.length > 0 && (
        <Section id="club" title={t("together.club")}>
          <ul>
            {club.map(({ unit, amount, since }) => (
              <li key={unit.many + unit.zh}>
                {t("together.since", { what: countedWords(unit, amount, locale), year: since })}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
