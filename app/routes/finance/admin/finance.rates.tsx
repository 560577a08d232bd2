import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MONTHS_BEFORE_ESTIMATE } from "#app/modules/finance/breakage.ts";
import { loadPointReport } from "#app/modules/finance/load-point-report.server.ts";
import { percentOf } from "#app/modules/finance/minor-share.ts";
import { RATE_COLUMNS } from "#app/modules/finance/report-columns.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { EmptyStatementDrawing } from "#app/ui/drawings/empty-statement.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { FigureRow, PointsFigure } from "#app/ui/points-figure.tsx";
import { AskedForm, askedQuery } from "../parts/asked-form.tsx";
import { readFinanceRequest } from "../parts/finance-request.server.ts";
import { Formula } from "../parts/formula.tsx";
import { ReportTable } from "../parts/report-table.tsx";
import { TableLink } from "../parts/table-link.tsx";

/** Finance and admins: how much of what was given is redeemed, and how much expires. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t, asked, today } = await readFinanceRequest(request);
  const { givenHere, breakage, currency } = await loadPointReport(db(), asked);
  return { cohorts: givenHere, breakage, currency, asked, today, title: t("finance.rates.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data && `${data.title} · ${data.asked.day}` },
];

export default function Rates() {
  const t = useT();
  const figures = useFigures();
  const { cohorts, breakage, currency, asked, today, title } = useLoaderData<typeof loader>();
  const sum = (key: "granted" | "redeemed" | "expired") =>
    cohorts.reduce((total, cohort) => total + cohort[key], 0);
  const percent = (part: number, whole: number) => {
    const share = percentOf(part, whole);
    return share === null ? "—" : t("finance.percent", { share: figures.points(share) });
  };
  const [granted, redeemed, expired] = [sum("granted"), sum("redeemed"), sum("expired")];
  return (
    <>
      <BackLink to="/admin/finance">{t("finance.title")}</BackLink>
      <PageHeader title={title} lead={t("finance.rates.lead")} />
      <AskedForm asked={asked} today={today} />
      <FigureRow wide>
        <PointsFigure
          label={t("finance.col.redemptionRate")}
          value={percent(redeemed, granted)}
          note={t("finance.rates.redemption.note", {
            redeemed: figures.points(redeemed),
            granted: figures.points(granted),
          })}
        />
        <PointsFigure
          label={t("finance.col.breakageRate")}
          value={percent(expired, granted)}
          note={t("finance.rates.breakage.note", {
            expired: figures.points(expired),
            granted: figures.points(granted),
          })}
        />
        <PointsFigure
          label={t("finance.rates.estimate")}
          value={breakage.estimated ? percent(breakage.expired, breakage.granted) : "—"}
          note={
            breakage.estimated
              ? t("finance.rates.estimate.note", {
                  expired: figures.points(breakage.expired),
                  granted: figures.points(breakage.granted),
                })
              : t("finance.rates.noEstimate", {
                  needed: MONTHS_BEFORE_ESTIMATE,
                  months: breakage.monthsOfHistory,
                })
          }
        />
      </FigureRow>
      {cohorts.length === 0 ? (
        <EmptyState drawing={<EmptyStatementDrawing />}>{t("finance.rates.none")}</EmptyState>
      ) : (
        <Section
          id="cohorts"
          title={t("finance.rates.cohorts")}
          more={<TableLink table="rates" query={askedQuery(asked)} />}
        >
          <Formula>{t("finance.rates.formula")}</Formula>
          <BarChart
            label={t("finance.rates.chart", { months: cohorts.length })}
            format={(value) => t("finance.percent", { share: figures.points(value) })}
            series={[
              { key: "redeemed", label: t("finance.col.redeemed"), tone: "accent" },
              { key: "expired", label: t("finance.col.expired"), tone: "gold" },
              { key: "left", label: t("finance.col.left"), tone: "tint" },
            ]}
            bars={cohorts.map(({ month, granted, redeemed, expired, left }) => ({
              label: month,
              values: {
                redeemed: percentOf(redeemed, granted) ?? 0,
                expired: percentOf(expired, granted) ?? 0,
                left: percentOf(left, granted) ?? 0,
              },
            }))}
          />
          <ReportTable
            caption={t("finance.rates.cohorts")}
            columns={RATE_COLUMNS}
            rows={cohorts}
            rowKey={({ month }) => month}
            currencyOf={() => currency}
          />
        </Section>
      )}
    </>
  );
}
