import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadLatestResults } from "#app/modules/contest-results/load-latest-results.server.ts";
import { readEventSearch } from "#app/modules/events/find-events.ts";
import { loadEvents } from "#app/modules/events/load-events.server.ts";
import { clubImpactLines } from "#app/modules/impact/club-impact-lines.ts";
import { loadClubImpact } from "#app/modules/impact/load-impact.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { ClubImpact } from "#app/site/club-impact.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { EventPages } from "../parts/event-pages.tsx";
import { LatestResults } from "../parts/latest-results.tsx";

/** Open to everybody: what the club holds. `?month=`, `?kind=`, `?free=1`; `?after=` goes on. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = await readPreferences(request);
  const search = readEventSearch(new URL(request.url).searchParams);
  const club = await loadClub();
  const [list, done, results] = await Promise.all([
    loadEvents(db(), search, false, locale),
    loadClubImpact(db(), club.timeZone),
    loadLatestResults(db()),
  ]);
  const t = translator(locale);
  const clubName = inLanguage(locale, { en: club.name, zh: club.nameZh });
  const together = clubImpactLines(done, t);
  const title = `${t("events.title")} · ${clubName}`;
  return { list, search, results, together, title, lead: t("events.lead") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.lead },
];

export default function PublicEvents() {
  const t = useT();
  const { list, search, results, together, lead } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("events.title")}
        lead={lead}
        actions={
          <>
            <ButtonLink to="/join">{t("events.join")}</ButtonLink>
            <Link to="/draws" className="button button-quiet">
              {t("events.draws")}
            </Link>
            <Link to="/my/events" className="button button-quiet">
              {t("events.signIn")}
            </Link>
          </>
        }
      />
      <ClubImpact lines={together} />
      <EventPages at="/events" list={list} search={search} isGold={null} />
      <LatestResults of={results} />
    </>
  );
}
