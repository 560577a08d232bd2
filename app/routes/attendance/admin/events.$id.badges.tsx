import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadCheckInList } from "#app/modules/attendance/load-check-in-list.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { EventPlaces } from "#app/site/event-places.tsx";
import { useClub } from "#app/site/root-data.ts";
import { PrintButton } from "#app/ui/button.tsx";
import { RoadAheadDrawing } from "#app/ui/drawings/road-ahead.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { requireEvent } from "../parts/event-request.server.ts";

/** Whoever checks in: a name badge for everybody who comes, ten on a sheet of A4. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "attendance.mark");
  const { id, plan } = await requireEvent(rowIdIn(params.id));
  const { parties } = await loadCheckInList(db(), id);
  const people = parties
    .filter(({ state }) => state === "registered")
    .flatMap((party) =>
      party.people
        .filter(({ state }) => state === "coming")
        .map(({ id: person, name, bracket }) => ({ id: person, name, bracket, code: party.code })),
    );
  const { title, brackets } = plan;
  return { id, title, brackets, people, pageTitle: t("attendance.badges.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

export default function Badges() {
  const { t, locale } = useWords();
  const club = useClub();
  const { id, title, brackets, people } = useLoaderData<typeof loader>();
  return (
    <>
      <EventPlaces eventId={id} />
      <div className="print:hidden">
        <PageHeader
          title={t("attendance.badges.title")}
          lead={t("attendance.badges.lead", { count: people.length })}
          actions={people.length > 0 && <PrintButton>{t("attendance.print")}</PrintButton>}
        />
      </div>
      {people.length === 0 && (
        <EmptyState drawing={<RoadAheadDrawing />}>{t("attendance.badges.none")}</EmptyState>
      )}
      <ul className="grid gap-3 sm:grid-cols-2 print:grid-cols-2 print:gap-0">
        {people.map((person) => {
          const bracket = brackets.find(({ key }) => key === person.bracket);
          return (
            <li
              key={person.id}
              className="flex min-h-48 break-inside-avoid flex-col justify-between border border-dashed border-rule-strong bg-paper p-5 print:h-[52mm] print:min-h-0"
            >
              <p className="text-ink-soft">
                {club.name} · {inLanguage(locale, title)}
              </p>
              <p className="text-3xl leading-tight font-semibold [overflow-wrap:anywhere]">
                <bdi>{person.name}</bdi>
              </p>
              <p className="flex justify-between gap-4">
                <span>{bracket && inLanguage(locale, bracket.name)}</span>
                <span className="figure text-ink-soft">{person.code}</span>
              </p>
            </li>
          );
        })}
      </ul>
    </>
  );
}
