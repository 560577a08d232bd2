import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import {
  type ListedSurvey,
  listSurveys,
  type SurveyCursor,
} from "#app/modules/surveys/load-results.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { OutingDrawing } from "#app/ui/drawings/events/outing.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { oneDecimal, percentOf } from "../parts/decimals.ts";

/** Where the page before ended: `1742000000000.12`. */
function cursorIn(request: Request): SurveyCursor | null {
  const after = new URL(request.url).searchParams.get("after") ?? "";
  const match = /^(\d{1,14})\.(\d{1,9})$/.exec(after);
  return match && { at: new Date(Number(match[1])), id: Number(match[2]) };
}

/** Whoever sees surveys: the events about which somebody was asked, side by side. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "surveys.see");
  const after = cursorIn(request);
  const { surveys, next } = await listSurveys(db(), after);
  return {
    ...{ surveys, isFirst: after === null, title: t("surveyResults.all") },
    next: next && `${next.at.getTime()}.${next.id}`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Surveys() {
  const { t, locale } = useWords();
  const { day, points } = useFigures();
  const { surveys, next, isFirst } = useLoaderData<typeof loader>();
  type Row = (typeof surveys)[number] & Omit<ListedSurvey, "startsAt">;
  const columns: Column<Row>[] = [
    {
      key: "event",
      head: t("surveyResults.event"),
      cell: ({ eventId, title }) => (
        <Link to={`/admin/events/${eventId}/survey`}>{inLanguage(locale, title)}</Link>
      ),
    },
    { key: "when", head: t("surveyResults.when"), cell: ({ startsAt }) => day(startsAt) },
    {
      key: "asked",
      head: t("surveyResults.asked"),
      number: true,
      cell: ({ asked }) => points(asked),
    },
    {
      key: "answered",
      head: t("surveyResults.answered"),
      number: true,
      cell: ({ asked, answered }) => `${points(answered)} · ${percentOf(answered, asked)} %`,
    },
    {
      key: "average",
      head: t("surveyResults.average"),
      number: true,
      cell: ({ average }) => (average === null ? t("surveyResults.few") : oneDecimal(average)),
    },
  ];
  return (
    <>
      <BackLink to="/admin/events">{t("eventKeeping.title")}</BackLink>
      <PageHeader title={t("surveyResults.all")} lead={t("surveyResults.all.lead")} />
      {surveys.length === 0 ? (
        <EmptyState drawing={<OutingDrawing />}>{t("surveyResults.all.none")}</EmptyState>
      ) : (
        <Table
          caption={t("surveyResults.all")}
          columns={columns}
          rows={surveys}
          rowKey={({ eventId }) => eventId}
        />
      )}
      <Pager
        label={t("surveyResults.all")}
        newer={
          isFirst
            ? undefined
            : { to: "/admin/events/surveys", label: t("surveyResults.comments.first") }
        }
        older={
          next
            ? { to: `/admin/events/surveys?after=${next}`, label: t("surveyResults.comments.more") }
            : undefined
        }
      />
    </>
  );
}
