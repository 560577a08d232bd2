import { Link } from "@remix-run/react";
import type { ImportListed } from "#app/modules/imports/list-imports.server.ts";
import { formatMoment } from "#app/platform/words/format.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { type Column, Table } from "#app/ui/table.tsx";
import { ImportState } from "./import-state.tsx";

/** Past imports: what, who, when, and what became of the rows. */
export function ImportsTable({ imports }: { imports: ImportListed[] }) {
  const { t, locale, timeZone } = useWords();
  const figures = useFigures();
  if (imports.length === 0) return <p className="text-ink-soft">{t("staff.import.none")}</p>;
  const columns: Column<ImportListed>[] = [
    {
      key: "file",
      head: t("staff.import.file"),
      cell: ({ id, fileName }) => (
        <Link
          to={`/admin/imports/${id}`}
          prefetch="intent"
          className="text-accent underline break-all"
        >
          <bdi>{fileName}</bdi>
        </Link>
      ),
    },
    { key: "kind", head: t("staff.import.kind"), cell: ({ kind }) => t(`import.kind.${kind}`) },
    {
      key: "who",
      head: t("staff.import.startedBy"),
      cell: ({ startedBy }) => (startedBy ? <bdi>{startedBy}</bdi> : t("staff.import.commandLine")),
    },
    {
      key: "when",
      head: t("staff.import.when"),
      cell: ({ createdAt }) => formatMoment(createdAt, locale, timeZone),
    },
    {
      key: "state",
      head: t("staff.import.state"),
      cell: ({ state, dryRun, reversal }) => (
        <ImportState state={state} dryRun={dryRun} reversal={reversal} />
      ),
    },
    {
      key: "new",
      head: t("import.outcome.new"),
      number: true,
      cell: ({ outcomes }) => figures.points(outcomes.new),
    },
    {
      key: "rejected",
      head: t("import.outcome.rejected"),
      number: true,
      cell: ({ outcomes }) => figures.points(outcomes.rejected),
    },
  ];
  return (
    <Table
      caption={t("staff.import.past")}
      columns={columns}
      rows={imports}
      rowKey={({ id }) => id}
    />
  );
}
