import { Link } from "@remix-run/react";
import type { MailListed } from "#app/modules/letters/list-mails.server.ts";
import { formatMoment } from "#app/platform/words/format.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { EnvelopeCodeDrawing } from "#app/ui/drawings/envelope-code.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { MailReader } from "./mail-reader.tsx";
import { MailState } from "./mail-state.tsx";
import { templateWords } from "./template-words.ts";

/** Letters: what about, to whom, when, and what became of them. */
export function MailsTable({ mails }: { mails: MailListed[] }) {
  const { t, locale, timeZone } = useWords();
  if (mails.length === 0) {
    return <EmptyState drawing={<EnvelopeCodeDrawing />}>{t("staff.mails.none")}</EmptyState>;
  }
  const columns: Column<MailListed>[] = [
    {
      key: "template",
      head: t("staff.mails.template"),
      cell: ({ id, template }) => (
        <Link to={`/admin/mails/${id}`} className="text-accent underline">
          {templateWords(t, template)}
        </Link>
      ),
    },
    {
      key: "to",
      head: t("staff.mails.to"),
      cell: ({ reader, to }) => <MailReader reader={reader} to={to} />,
    },
    {
      key: "when",
      head: t("staff.mails.written"),
      cell: ({ createdAt }) => formatMoment(createdAt, locale, timeZone),
    },
    {
      key: "state",
      head: t("staff.mails.state"),
      cell: ({ state }) => <MailState state={state} />,
    },
  ];
  return (
    <Table
      caption={t("staff.mails.title")}
      columns={columns}
      rows={mails}
      rowKey={({ id }) => id}
    />
  );
}
