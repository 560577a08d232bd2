import { Link } from "@remix-run/react";
import type { DifferenceListed } from "#app/modules/reconciliation/load-differences.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { type Column, Table } from "#app/ui/table.tsx";
import { DifferenceBadge } from "./difference-badge.tsx";
import { useSum } from "./use-sum.ts";

export type ShownDifference = Omit<DifferenceListed, "openedAt" | "solvedAt">;

interface DifferenceTableProps {
  caption: string;
  differences: ShownDifference[];
}

/** Where Stripe and the club do not agree, each with the way to answer it. */
export function DifferenceTable({ caption, differences }: DifferenceTableProps) {
  const { t, locale } = useWords();
  const figures = useFigures();
  const sum = useSum();
  const columns: Column<ShownDifference>[] = [
    {
      key: "kind",
      head: t("reconciliation.difference"),
      cell: ({ id, kind }) => (
        <Link to={`/admin/payments/reconciliation/differences/${id}`}>
          {t(`reconciliation.kind.${kind}`)}
        </Link>
      ),
    },
    {
      key: "day",
      head: t("reconciliation.day"),
      cell: ({ day }) => figures.calendarDay(day),
    },
    {
      key: "what",
      head: t("reconciliation.what"),
      cell: ({ what, payment }) =>
        payment ? inLanguage(locale, payment.title) : t(`reconciliation.moved.${what}`),
    },
    {
      key: "ours",
      head: t("reconciliation.difference.ours"),
      number: true,
      cell: ({ ours }) => sum(ours),
    },
    {
      key: "stripe",
      head: t("reconciliation.difference.stripe"),
      number: true,
      cell: ({ stripe }) => sum(stripe),
    },
    {
      key: "state",
      head: t("reconciliation.state"),
      cell: ({ state }) => <DifferenceBadge state={state} />,
    },
  ];
  return <Table caption={caption} columns={columns} rows={differences} rowKey={({ id }) => id} />;
}
