import type { ReportSum } from "#app/modules/gift-report/report-sums.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Table } from "#app/ui/table.tsx";

interface ReportTableProps {
  /** What a line is about. */
  head: string;
  currency: string;
  groups: { key: string | number; name: string; sum: ReportSum }[];
}

/** What was taken, by one of the three ways of looking at it. */
export function ReportTable({ head, currency, groups }: ReportTableProps) {
  const t = useT();
  const figures = useFigures();
  type Group = ReportTableProps["groups"][number];
  const count = (key: "redemptions" | "pieces" | "points") => ({
    key,
    head: t(`giftReport.${key}`),
    number: true,
    cell: ({ sum }: Group) => figures.points(sum[key]),
  });
  const money = (key: "moneyMinor" | "costMinor", label: string) => ({
    key,
    head: label,
    number: true,
    cell: ({ sum }: Group) => figures.moneyIn(sum[key], currency),
  });
  return (
    <Table
      caption={head}
      columns={[
        { key: "name", head, cell: ({ name }) => name },
        count("redemptions"),
        count("pieces"),
        count("points"),
        money("moneyMinor", t("giftReport.money")),
        money("costMinor", t("giftReport.cost")),
      ]}
      rows={groups}
      rowKey={({ key }) => key}
    />
  );
}
