import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { loadLatestResults } from "#app/modules/contest-results/load-latest-results.server.ts";
import { readEventSearch } from "#app/modules/events/find-events.ts";
import { loadEvents } from "#app/modules/events/load-events.server.ts";
import { loadOwnImpact, sumsOf } from "#app/modules/impact/load-impact.server.ts";
import { loadOwnRegistrations } from "#app/modules/registrations/load-own-registrations.server.ts";
import { isGoldMember } from "#app/modules/standing/load-tier-statuses.server.ts";
import { db } from "#app/platform/db.server.ts";
import { countedWords } from "#app/platform/words/counted.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { EventPages } from "../parts/event-pages.tsx";
import { LatestResults } from "../parts/latest-results.tsx";
import { OwnEvents } from "../parts/own-events.tsx";

/** Members: what the club holds, as it is open to them. `?month=`, `?kind=`, `?free=1`; `?after=` goes on. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, locale, t } = await readOwnerRequest(request);
  const search = readEventSearch(new URL(request.url).searchParams);
  const [isGold, mine, together, results] = await Promise.all([
    isGoldMember(db(), member.id),
    loadOwnRegistrations(db(), member.id, "ahead", locale),
    loadOwnImpact(db(), member.id),
    loadLatestResults(db()),
  ]);
  const list = await loadEvents(db(), search, isGold, locale);
  const done = sumsOf(together).map(({ unit, amount }) => countedWords(unit, amount, locale));
  return { list, mine, results, search, isGold, done, title: t("events.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Events() {
  const t = useT();
  const { list, mine, results, search, isGold, done } = useLoaderData<typeof loader>();
  const looking = search.month !== null || search.kind !== null || search.free || search.after;
  return (
    <>
      <PageHeader
        title={t("events.title")}
        lead={t("events.lead")}
        actions={
          <>
            <ButtonLink to="/my/registrations" look="quiet">
              {t("events.mine.all")}
            </ButtonLink>
            <ButtonLink to="/my/albums" look="quiet">
              {t("events.albums")}
            </ButtonLink>
            <ButtonLink to="/my/draws" look="quiet">
              {t("events.draws")}
            </ButtonLink>
            <ButtonLink to="/my/contests" look="quiet">
              {t("events.contests")}
            </ButtonLink>
            <ButtonLink to="/my/surveys" look="quiet">
              {t("events.surveys")}
            </ButtonLink>
            <ButtonLink to="/my/certificates" look="quiet">
              {t("events.certificates")}
            </ButtonLink>
            <ButtonLink to="/my/calendar" look="bare">
              {t("events.calendar.own")}
            </ButtonLink>
          </>
        }
      />
      {!looking && mine.length > 0 && <OwnEvents registrations={mine} />}
      {!looking && done.length > 0 && (
        <p className="mb-10">
          <Link to="/my/together" className="font-semibold">
            {t("events.together", { what: done.join(t("events.together.and")) })}
          </Link>
        </p>
      )}
      <EventPages at="/my/events" list={list} search={search} isGold={isGold} />
      <LatestResults of={results} />
    </>
  );
}
