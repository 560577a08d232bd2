import { Link } from "@remix-run/react";
import type { ClosingLine } from "#app/modules/payments/load-closing.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { type Column, Table } from "#app/ui/table.tsx";

type Line = Omit<ClosingLine, "at"> & { at: string | Date };

/** What changed hands, as it happened. */
export function ClosingLines({ lines }: { lines: Line[] }) {
  const { t, locale } = useWords();
  const figures = useFigures();
  const columns: Column<Line>[] = [
    {
      key: "for",
      head: t("payments.for"),
      cell: ({ paymentId, title }) => (
        <Link to={`/admin/payments/${paymentId}`}>{inLanguage(locale, title)}</Link>
      ),
    },
    { key: "at", head: t("payments.closing.at"), cell: ({ at }) => figures.moment(at) },
    {
      key: "kind",
      head: t("payments.closing.kind"),
      cell: ({ kind }) => t(`payments.closing.kind.${kind}`),
    },
    { key: "clerk", head: t("payments.closing.clerk"), cell: ({ clerk }) => clerk.name },
    {
      key: "method",
      head: t("payments.closing.method"),
      cell: ({ method }) => t(`payments.method.${method}`),
    },
    {
      key: "number",
      head: t("payments.counterReceipt"),
      cell: ({ counterReceipt }) => counterReceipt,
    },
    { key: "member", head: t("payments.who"), cell: ({ memberNumber }) => memberNumber },
    {
      key: "sum",
      head: t("payments.sum"),
      number: true,
      cell: ({ amountMinor, currency }) => figures.moneyIn(amountMinor, currency),
    },
  ];
  return (
    <Table
      caption={t("payments.closing.lines")}
      columns={columns}
      rows={lines}
      rowKey={({ kind, paymentId, at }) => `${kind} ${paymentId} ${at}`}
    />
  );
}
