import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import {
  loadReportList,
  type ReportCursor,
} from "#app/modules/event-report/load-report-list.server.ts";
import { headlines } from "#app/modules/event-report/report-lines.ts";
import { writtenValue } from "#app/modules/event-report/write-report.ts";
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

/** Where the page before ended: `1742000000000.12`. */
function cursorIn(request: Request): ReportCursor | null {
  const after = new URL(request.url).searchParams.get("after") ?? "";
  const match = /^(\d{1,14})\.(\d{1,9})$/.exec(after);
  return match && { at: new Date(Number(match[1])), id: Number(match[2]) };
}

/** Whoever reads reports of events: those that are over, side by side. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "events.report");
  const after = cursorIn(request);
  const { reports, next } = await loadReportList(db(), after);
  return {
    ...{ reports, isFirst: after === null, title: t("eventReport.all") },
    next: next && `${next.at.getTime()}.${next.id}`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EventReports() {
  const { t, locale } = useWords();
  const { day } = useFigures();
  const { reports, next, isFirst, title } = useLoaderData<typeof loader>();
  type Row = (typeof reports)[number];
  const columns: Column<Row>[] = [
    {
      key: "event",
      head: t("eventReport.all.event"),
      cell: ({ eventId, title: called }) => (
        <Link to={`/admin/events/${eventId}/report`}>{inLanguage(locale, called)}</Link>
      ),
    },
    { key: "when", head: t("eventReport.all.when"), cell: ({ startsAt }) => day(startsAt) },
    ...headlines.map(
      (key): Column<Row> => ({
        ...{ key, head: t(`eventReport.headline.${key}`), number: true },
        cell: ({ lines }) => {
          const line = lines.find(({ label }) => label === key);
          return line ? writtenValue(t, line.value) : "–";
        },
      }),
    ),
  ];
  return (
    <>
      <BackLink to="/admin/events">{t("eventKeeping.title")}</BackLink>
      <PageHeader title={title} lead={t("eventReport.all.lead")} />
      {reports.length === 0 ? (
        <EmptyState drawing={<OutingDrawing />}>{t("eventReport.all.none")}</EmptyState>
      ) : (
        <Table caption={title} columns={columns} rows={reports} rowKey={({ eventId }) => eventId} />
      )}
      <Pager
        label={title}
        newer={
          isFirst ? undefined : { to: "/admin/events/reports", label: t("eventReport.all.first") }
        }
        older={
          next
            ? { to: `/admin/events/reports?after=${next}`, label: t("eventReport.all.more") }
            : undefined
        }
      />
    </>
  );
}
