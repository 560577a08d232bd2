import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { loadPointsPage } from "#app/modules/points/load-points-page.server.ts";
import {
  readStatementFilter,
  type StatementFilter,
  statementFilters,
} from "#app/modules/points/statement-filter.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readHolderRequest } from "#app/routes/shell/referrer-request.server.ts";
import { EmptyStatementDrawing } from "#app/ui/drawings/empty-statement.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DownloadIcon } from "#app/ui/icons.tsx";
import { Spread } from "#app/ui/owner-shell.tsx";
import { Section } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { FilterChips } from "#app/ui/tabs.tsx";
import { HomePoints } from "../parts/home-points.tsx";
import { LapseSteps } from "../parts/lapse-steps.tsx";
import { StatementMonths } from "../parts/statement-months.tsx";

/** Members, and others who recommend friends: their own statement. `?show=` is a filter, `?before=` a place in the statement. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { accountId, member, t } = await readHolderRequest(request);
  const { searchParams } = new URL(request.url);
  const filter = readStatementFilter(searchParams.get("show"));
  const before = readCursor(searchParams.get("before"));
  const page = await loadPointsPage(db(), accountId, { before, filter });
  const isMember = member !== null;
  return { ...page, filter, isMember, isFirst: before === null, title: t("points.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** What there is and when it goes, and every line that made it so. */
export default function Points() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const { balance, plan, filter } = page;
  return (
    <Spread
      left={
        <>
          <h1>{t("points.title")}</h1>
          <HomePoints points={{ ...balance, lapsing: null }} />
          {plan.length > 0 && (
            <Section id="lots" title={t("lots.title")}>
              <LapseSteps plan={plan} />
            </Section>
          )}
          <ul className="mt-8 space-y-2">
            {page.isMember && (
              <>
                <li>
                  <Link to="/my/points/on">{t("points.onADay")}</Link>
                </li>
                <li>
                  <Link to="/my/claims">{t("my.missing")}</Link>
                </li>
              </>
            )}
            {balance.version > 0 && (
              <li>
                <a href="/my/points.csv" download>
                  {t("points.download")} <DownloadIcon size={18} className="inline" />
                </a>
              </li>
            )}
          </ul>
        </>
      }
      right={
        <section aria-label={t("points.statement")}>
          {balance.version > 0 && (
            <FilterChips
              label={t("points.filter")}
              choices={statementFilters.map((choice) => ({
                to: addressOf(choice),
                label: t(`points.filter.${choice}`),
                current: choice === filter,
              }))}
            />
          )}
          {page.entries.length === 0 ? (
            <EmptyState drawing={<EmptyStatementDrawing />}>{t(emptyWords(page))}</EmptyState>
          ) : (
            <StatementMonths entries={page.entries} now={page.now} />
          )}
          <Pager
            label={t("points.pages")}
            newer={page.isFirst ? undefined : { to: addressOf(filter), label: t("points.newest") }}
            older={
              page.older === null
                ? undefined
                : { to: addressOf(filter, page.older), label: t("points.older") }
            }
          />
        </section>
      }
    />
  );
}

function emptyWords({ balance, isMember }: { balance: { version: number }; isMember: boolean }) {
  if (balance.version > 0) return "points.noneOfThese";
  return isMember ? "points.empty" : "points.emptyReferrer";
}

function addressOf(filter: StatementFilter, before?: number): string {
  const query = new URLSearchParams();
  if (filter !== "all") query.set("show", filter);
  if (before !== undefined) query.set("before", String(before));
  return query.size > 0 ? `/my/points?${query}` : "/my/points";
}

/** A place in the statement; anything that is none is the top of it. */
function readCursor(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
