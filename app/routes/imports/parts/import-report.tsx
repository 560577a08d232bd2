import { Link } from "@remix-run/react";
import type { UndoneOutcome } from "#app/modules/imports/import-reversal.ts";
import type { ReportRow, RowOutcome } from "#app/modules/imports/import-run.ts";
import { noteWords, reasonWords } from "#app/modules/imports/import-words.ts";
import type { ImportShown } from "#app/modules/imports/load-import.server.ts";
import type { ReportPage } from "#app/modules/imports/load-report-rows.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge, type BadgeTone } from "#app/ui/badge.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

const tones: Record<RowOutcome, BadgeTone> = {
  new: "ok",
  unchanged: "plain",
  corrected: "warn",
  reversed: "warn",
  rejected: "refusal",
};

interface ImportReportProps {
  run: ImportShown;
  report: ReportPage;
  query: { outcome: RowOutcome | null; undone: UndoneOutcome | null; after: number };
}

/** What became of each row, in the order of the file, and why. */
export function ImportReport({ run, report, query }: ImportReportProps) {
  const t = useT();
  const figures = useFigures();
  const page = (after: number) => {
    const parameters = new URLSearchParams();
    if (query.outcome) parameters.set("outcome", query.outcome);
    if (query.undone) parameters.set("undone", query.undone);
    if (after > 0) parameters.set("after", String(after));
    return `/admin/imports/${run.id}?${parameters}#rows`;
  };
  const columns: Column<ReportRow>[] = [
    {
      key: "row",
      head: t("import.column.row"),
      cell: ({ rowNumber }) => <span className="figure">{figures.points(rowNumber)}</span>,
    },
    {
      key: "outcome",
      head: t("import.column.outcome"),
      cell: ({ outcome }) => <Badge tone={tones[outcome]}>{t(`import.outcome.${outcome}`)}</Badge>,
    },
    {
      key: "subject",
      head: t("import.column.subject"),
      cell: ({ subject }) => <bdi className="break-all">{subject || t("staff.none")}</bdi>,
    },
    { key: "member", head: t("import.column.member"), cell: (row) => <RowMembers row={row} /> },
    {
      key: "points",
      head: t("import.column.points"),
      number: true,
      cell: ({ detail }) =>
        (detail?.moves ?? []).map(([member, points]) => (
          <span key={member} className="block">
            {figures.change(points)}
          </span>
        )),
    },
    {
      key: "why",
      head: t("import.column.explanation"),
      cell: ({ reason, detail }) => (
        <>
          {reason && <span className="block">{reasonWords(t, run.kind, reason)}</span>}
          {noteWords(t, detail).map((note) => (
            <span key={note} className="block text-ink-soft">
              {note}
            </span>
          ))}
        </>
      ),
    },
  ];
  return (
    <>
      {report.rows.length === 0 ? (
        <p className="text-ink-soft">{t("staff.import.rows.none")}</p>
      ) : (
        <Table
          caption={t("staff.import.rows")}
          columns={columns}
          rows={report.rows}
          rowKey={(row) => row.rowNumber}
        />
      )}
      <Pager
        label={t("staff.import.rows.pages")}
        newer={query.after > 0 ? { to: page(0), label: t("staff.import.rows.first") } : undefined}
        older={
          report.nextAfter
            ? { to: page(report.nextAfter), label: t("staff.import.rows.next") }
            : undefined
        }
      />
    </>
  );
}

/** The members whose points or data a row touched. */
function RowMembers({ row: { detail } }: { row: ReportRow }) {
  const numbers =
    detail?.moves?.map(([member]) => member) ?? (detail?.member ? [detail.member] : []);
  return numbers.map((number) => (
    <Link
      key={number}
      to={`/admin/members/${number}`}
      className="figure block text-accent underline"
    >
      {number}
    </Link>
  ));
}
