import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { POINT_COLUMNS } from "#app/modules/lead-figures/figure-columns.ts";
import { figureQuery } from "#app/modules/lead-figures/figure-filter.ts";
import { loadFilterChoices } from "#app/modules/lead-figures/load-filter-choices.server.ts";
import { loadSalePoints } from "#app/modules/lead-figures/load-sale-points.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { FigureRow, PointsFigure } from "#app/ui/points-figure.tsx";
import { FigureSection } from "../parts/figure-table.tsx";
import { FiguresFrame } from "../parts/figures-frame.tsx";
import { readFiguresRequest } from "../parts/figures-request.server.ts";

/** Whoever sees how recommendations do: what a sale costs in points, and what those are worth. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t, may, filter, time, currency } = await readFiguresRequest(request);
  const [points, choices] = await Promise.all([
    loadSalePoints(db(), filter, time),
    loadFilterChoices(db(), filter),
  ]);
  return {
    ...{ points, choices, filter, currency },
    mayWork: may("leads.work"),
    title: t("leadFigures.page.points"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PointsPerSale() {
  const t = useT();
  const figures = useFigures();
  const { points, choices, filter, currency, mayWork } = useLoaderData<typeof loader>();
  const { months, all, minorPer100 } = points;
  return (
    <FiguresFrame page="points" filter={filter} choices={choices} mayWork={mayWork}>
      <FigureRow wide>
        <PointsFigure
          label={t("leadFigures.col.perSale")}
          value={all.perSale === null ? "—" : figures.points(all.perSale)}
          note={
            all.perSale === null
              ? t("leadFigures.points.noSale")
              : t("leadFigures.points.perSale.note", {
                  points: figures.points(all.points),
                  deliveries: figures.points(all.deliveries),
                })
          }
        />
        <PointsFigure
          label={t("leadFigures.col.valuePerSaleMinor")}
          value={
            all.valuePerSaleMinor === null ? "—" : figures.moneyIn(all.valuePerSaleMinor, currency)
          }
        />
        <PointsFigure
          label={t("leadFigures.col.valueMinor")}
          value={figures.moneyIn(all.valueMinor, currency)}
          note={t("leadFigures.points.value.note")}
        />
        <PointsFigure
          label={t("leadFigures.points.pending")}
          value={figures.points(all.pending)}
          note={t("leadFigures.points.pending.note")}
        />
      </FigureRow>
      <FigureSection
        id="points"
        title={t("leadFigures.points.title")}
        formula={t("leadFigures.points.formula", { value: figures.moneyIn(minorPer100, currency) })}
        chart={
          <BarChart
            label={t("leadFigures.points.chart", { months: months.length })}
            format={figures.points}
            series={[
              { key: "available", label: t("leadFigures.points.available"), tone: "accent" },
              { key: "pending", label: t("leadFigures.points.pending"), tone: "tint" },
            ]}
            bars={months.map(({ month, points, pending }) => ({
              label: String(month),
              values: { available: points - pending, pending },
            }))}
          />
        }
        columns={POINT_COLUMNS}
        rows={[...months, all]}
        rowKey={({ month }) => String(month)}
        currency={currency}
        file={`/admin/leads/figures/points.csv?${figureQuery(filter)}`}
      />
    </FiguresFrame>
  );
}
