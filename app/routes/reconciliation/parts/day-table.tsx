import { Link } from "@remix-run/react";
import type { DayListed, DaySums } from "#app/modules/reconciliation/load-days.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { type Column, Table } from "#app/ui/table.tsx";

export type ShownDay = Pick<DayListed, "day" | "state" | "sums" | "open" | "settled">;

/** A day in one currency; a day in which nothing moved has a line as well. */
type Line = { day: ShownDay; sums: DaySums | null };

const SUMS = ["payments", "refunds", "disputes", "other", "fees", "net", "payouts"] as const;

interface DayTableProps {
  days: ShownDay[];
  /** Whether a day leads to its own page. */
  linked?: boolean;
}

/** What moved, day by day and currency by currency. */
export function DayTable({ days, linked = true }: DayTableProps) {
  const t = useT();
  const figures = useFigures();
  const lines = days.flatMap((day): Line[] =>
    day.sums.length === 0 ? [{ day, sums: null }] : day.sums.map((sums) => ({ day, sums })),
  );
  // Movements of another kind are rare, and without them the others add up.
  const shown = SUMS.filter((name) => name !== "other" || lines.some(({ sums }) => sums?.other));
  const columns: Column<Line>[] = [
    {
      key: "day",
      head: t("reconciliation.day"),
      cell: ({ day: { day } }) =>
        linked ? (
          <Link to={`/admin/payments/reconciliation/${day}`}>{figures.calendarDay(day)}</Link>
        ) : (
          figures.calendarDay(day)
        ),
    },
    ...shown.map((name) => ({
      key: name,
      head: t(`reconciliation.${name}`),
      number: true,
      cell: ({ sums }: Line) => (sums ? figures.moneyIn(sums[name], sums.currency) : "–"),
    })),
    {
      key: "differences",
      head: t("reconciliation.differences"),
      cell: ({ day: { open, settled } }) => t("reconciliation.counted", { open, settled }),
    },
    {
      key: "state",
      head: t("reconciliation.state"),
      cell: ({ day: { state }, sums }) =>
        sums === null && state === "read"
          ? t("reconciliation.nothingMoved")
          : t(`reconciliation.state.${state}`),
    },
  ];
  return (
    <Table
      caption={t("reconciliation.days")}
      columns={columns}
      rows={lines}
      rowKey={({ day, sums }) => `${day.day} ${sums?.currency}`}
    />
  );
}
