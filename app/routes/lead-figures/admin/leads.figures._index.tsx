import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  breakdownColumns,
  ENDING_COLUMNS,
  FUNNEL_COLUMNS,
} from "#app/modules/lead-figures/figure-columns.ts";
import { figureQuery } from "#app/modules/lead-figures/figure-filter.ts";
import { endingRows, funnelOf, onTheirWay } from "#app/modules/lead-figures/funnel.ts";
import { loadFilterChoices } from "#app/modules/lead-figures/load-filter-choices.server.ts";
import { loadFunnel } from "#app/modules/lead-figures/load-funnel.server.ts";
import { LEAST_FOR_PERCENT } from "#app/modules/lead-figures/share.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { RoadAheadDrawing } from "#app/ui/drawings/road-ahead.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FigureRow, PointsFigure } from "#app/ui/points-figure.tsx";
import { RowChart } from "#app/ui/row-chart.tsx";
import { FigureSection, writtenShare } from "../parts/figure-table.tsx";
import { FiguresFrame } from "../parts/figures-frame.tsx";
import { readFiguresRequest } from "../parts/figures-request.server.ts";
import { MonthsSection } from "../parts/months-section.tsx";

/** Whoever sees how recommendations do: how far the friends came, in all and by month, store, consultant, source. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t, may, filter, time } = await readFiguresRequest(request);
  const [report, choices] = await Promise.all([
    loadFunnel(db(), filter, time),
    loadFilterChoices(db(), filter),
  ]);
  return { report, choices, filter, mayWork: may("leads.work"), title: t("leadFigures.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Funnel() {
  const t = useT();
  const figures = useFigures();
  const { report, choices, filter, mayWork } = useLoaderData<typeof loader>();
  const { all, ended } = report;
  const steps = funnelOf(all);
  const sold = { part: all.delivered, whole: all.submitted };
  const file = (table: string) => `/admin/leads/figures/${table}.csv?${figureQuery(filter)}`;
  const narrowed = (changes: Partial<typeof filter>) =>
    `/admin/leads/figures?${figureQuery({ ...filter, ...changes })}`;
  return (
    <FiguresFrame page="funnel" filter={filter} choices={choices} mayWork={mayWork}>
      <FigureRow>
        <PointsFigure
          label={t("leadFigures.figure.named")}
          value={figures.points(all.submitted)}
          note={t("leadFigures.figure.named.note")}
        />
        <PointsFigure
          label={t("leadFigures.figure.delivered")}
          value={figures.points(all.delivered)}
          note={t("leadFigures.figure.delivered.note")}
        />
        <PointsFigure
          label={t("leadFigures.figure.conversion")}
          value={writtenShare(t, figures, sold)}
          note={t("leadFigures.figure.conversion.note", sold)}
        />
        <PointsFigure
          label={t("leadFigures.figure.onWay")}
          value={figures.points(onTheirWay(all, ended))}
          note={t("leadFigures.figure.onWay.note")}
        />
      </FigureRow>
      {all.submitted === 0 ? (
        <EmptyState drawing={<RoadAheadDrawing />}>{t("leadFigures.none")}</EmptyState>
      ) : (
        <>
          <FigureSection
            id="funnel"
            title={t("leadFigures.funnel.title")}
            formula={t("leadFigures.funnel.formula", { least: LEAST_FOR_PERCENT })}
            chart={
              <RowChart
                label={t("leadFigures.funnel.chart", {
                  leads: all.submitted,
                  delivered: all.delivered,
                })}
                rows={steps.map(({ stage, leads }) => ({
                  label: t(`leadFigures.col.${stage}`),
                  value: leads,
                }))}
                format={figures.points}
              />
            }
            columns={FUNNEL_COLUMNS}
            rows={steps}
            rowKey={({ stage }) => stage}
            file={file("funnel")}
          />
          {ended.length > 0 && (
            <FigureSection
              id="endings"
              title={t("leadFigures.endings.title")}
              formula={t("leadFigures.endings.formula")}
              columns={ENDING_COLUMNS}
              rows={endingRows(report)}
              rowKey={({ ending, reason }) => `${ending} ${reason}`}
              file={file("endings")}
            />
          )}
          <MonthsSection months={report.months} file={file("months")} />
          <FigureSection
            id="stores"
            title={t("leadFigures.stores.title")}
            formula={t("leadFigures.stores.formula")}
            columns={breakdownColumns("store")}
            rows={report.stores}
            rowKey={({ id }) => String(id)}
            linkOf={({ id }) => narrowed({ store: id === null ? "none" : Number(id) })}
            file={file("stores")}
          />
          <FigureSection
            id="consultants"
            title={t("leadFigures.consultants.title")}
            formula={t("leadFigures.consultants.formula")}
            columns={breakdownColumns("consultant")}
            rows={report.consultants}
            rowKey={({ id }) => String(id)}
            linkOf={({ id }) => narrowed({ consultant: id === null ? "none" : Number(id) })}
            file={file("consultants")}
          />
          <FigureSection
            id="sources"
            title={t("leadFigures.sources.title")}
            formula={t("leadFigures.sources.formula")}
            columns={breakdownColumns("source")}
            rows={report.sources}
            rowKey={({ id }) => id}
            linkOf={({ id }) => narrowed({ source: id })}
            file={file("sources")}
          />
        </>
      )}
    </FiguresFrame>
  );
}
