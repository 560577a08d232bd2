import type { PointReport } from "#app/modules/finance/load-point-report.server.ts";
import { monthsBetween, monthsThrough } from "#app/modules/finance/months.ts";
import { EXPIRY_COLUMNS, outstandingRows } from "#app/modules/finance/report-columns.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { Section } from "#app/ui/page.tsx";
import { askedQuery } from "./asked-form.tsx";
import { Formula } from "./formula.tsx";
import { ReportTable } from "./report-table.tsx";
import { TableLink } from "./table-link.tsx";

/** What is outstanding, by the month in which it expires. */
export function OutstandingSection({ report }: { report: PointReport }) {
  const t = useT();
  const figures = useFigures();
  const { outstanding, currency, minorPer100 } = report;
  const dated = new Map(outstanding.lines.map((line) => [line.lapses, line]));
  const months = monthsOf([...dated.keys()].filter((month) => month !== null));
  return (
    <Section
      id="outstanding"
      title={t("finance.outstanding.title")}
      more={<TableLink table="outstanding" query={askedQuery(report)} />}
    >
      <Formula>
        {t("finance.outstanding.formula", { value: figures.moneyIn(minorPer100, currency) })}
      </Formula>
      {months.length > 0 && (
        <BarChart
          label={t("finance.outstanding.chart", {
            months: months.length,
            points: figures.points(outstanding.points),
          })}
          format={figures.points}
          series={[
            { key: "available", label: t("finance.col.available"), tone: "accent" },
            { key: "pending", label: t("finance.col.pending"), tone: "tint" },
            { key: "held", label: t("finance.col.held"), tone: "gold" },
          ]}
          bars={months.map((month) => {
            const { available = 0, pending = 0, held = 0 } = dated.get(month) ?? {};
            return { label: month, values: { available, pending, held } };
          })}
        />
      )}
      <ReportTable
        caption={t("finance.outstanding.title")}
        columns={EXPIRY_COLUMNS}
        rows={outstandingRows(outstanding)}
        rowKey={({ lapses }) => lapses}
        currencyOf={() => currency}
      />
    </Section>
  );
}

/** All months from the first to the last, those without points too. */
function monthsOf(dated: readonly string[]): string[] {
  const [first, last] = [dated.at(0), dated.at(-1)];
  return first && last ? monthsThrough(last, monthsBetween(first, last) + 1) : [];
}
