import { breakdownColumns } from "#app/modules/lead-figures/figure-columns.ts";
import type { FunnelLine } from "#app/modules/lead-figures/load-funnel.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { FigureSection } from "./figure-table.tsx";

/** The funnel month by month: also of the months in which nobody was named. */
export function MonthsSection({ months, file }: { months: FunnelLine[]; file: string }) {
  const t = useT();
  const figures = useFigures();
  return (
    <FigureSection
      id="months"
      title={t("leadFigures.months.title")}
      formula={t("leadFigures.months.formula")}
      chart={
        <BarChart
          label={t("leadFigures.months.chart", { months: months.length })}
          format={figures.points}
          series={[
            { key: "delivered", label: t("leadFigures.col.delivered"), tone: "accent" },
            { key: "accepted", label: t("leadFigures.months.accepted"), tone: "tint" },
            { key: "named", label: t("leadFigures.months.notAccepted"), tone: "faint" },
          ]}
          bars={months.map(({ id, reached }) => ({
            label: String(id),
            values: {
              delivered: reached.delivered,
              accepted: reached.accepted - reached.delivered,
              named: reached.submitted - reached.accepted,
            },
          }))}
        />
      }
      columns={breakdownColumns("month")}
      rows={months}
      rowKey={({ id }) => String(id)}
      file={file}
    />
  );
}
