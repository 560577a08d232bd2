import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { waitingSources } from "#app/features.server.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { listImports } from "#app/modules/imports/list-imports.server.ts";
import { loadClubFigures } from "#app/modules/today/load-club-figures.server.ts";
import { loadWaiting } from "#app/modules/today/load-waiting.server.ts";
import { loadReceptionsOf } from "#app/modules/visits/load-receptions.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { formatDay } from "#app/platform/words/format.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { ImportsTable } from "#app/routes/imports/parts/imports-table.tsx";
import { SearchHints } from "#app/routes/members/parts/search-hints.tsx";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Receptions } from "#app/routes/visits/parts/receptions.tsx";
import { PageHeader, Section } from "#app/ui/page.tsx";
import { ClubFiguresRow } from "../parts/club-figures-row.tsx";
import { WaitingList } from "../parts/waiting-list.tsx";

const RECENT = 5;

/** Any role at the dealership lands on its own day: what is on it goes by permission. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { staff, t, may } = await readStaffRequest(request);
  const now = new Date();
  const time = clubTime((await loadClub()).timeZone);
  const today = time.dayOf(now);
  const waits = waitingSources.some(({ permission }) => may(permission));
  const [waiting, receptions, recent, figures] = await Promise.all([
    waits ? loadWaiting(db(), { by: staff.id, may }, waitingSources) : null,
    may("visits.record") ? loadReceptionsOf(db(), today, time) : null,
    may("imports.run") ? listImports(db(), { limit: RECENT }) : null,
    may("figures.see") ? loadClubFigures(db()) : null,
  ]);
  const imports = recent?.imports ?? null;
  const mayVoid = may("visits.void");
  return { waiting, receptions, mayVoid, imports, figures, now, today, title: t("staff.today") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Today() {
  const { t, locale, timeZone } = useWords();
  const { waiting, receptions, mayVoid, imports, figures, now, today } =
    useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("staff.today")} lead={formatDay(now, locale, timeZone)} />
      <div className="grid gap-x-12 gap-y-9 min-[72rem]:grid-cols-2">
        <div>
          <SearchHints />
        </div>
        <div>{waiting && <WaitingList waiting={waiting} />}</div>
      </div>
      {receptions && (
        <Section id="receptions" title={t("desk.today.receptions")}>
          {receptions.length === 0 ? (
            <p className="text-ink-soft">{t("desk.today.receptions.none")}</p>
          ) : (
            <Receptions receptions={receptions} today={today} withMembers mayVoid={mayVoid} />
          )}
        </Section>
      )}
      {figures && <ClubFiguresRow figures={figures} />}
      {imports && (
        <Section
          id="imports"
          title={t("staff.today.imports")}
          more={<Link to="/admin/imports">{t("staff.today.imports.all")}</Link>}
        >
          <ImportsTable imports={imports} />
        </Section>
      )}
    </>
  );
}
