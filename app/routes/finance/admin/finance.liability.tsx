import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { loadBookedSince, loadPointReport } from "#app/modules/finance/load-point-report.server.ts";
import {
  COHORT_COLUMNS,
  MOVEMENT_COLUMNS,
  REVENUE_COLUMNS,
} from "#app/modules/finance/report-columns.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { FigureRow, PointsFigure } from "#app/ui/points-figure.tsx";
import { AskedForm, askedQuery } from "../parts/asked-form.tsx";
import { readFinanceRequest } from "../parts/finance-request.server.ts";
import { Formula } from "../parts/formula.tsx";
import { OutstandingSection } from "../parts/outstanding-section.tsx";
import { ReportTable } from "../parts/report-table.tsx";
import { TableLink } from "../parts/table-link.tsx";

/** Finance and admins: what the club owes its members in points, at the end of a day. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t, asked, today } = await readFinanceRequest(request);
  const [report, bookedSince] = await Promise.all([
    loadPointReport(db(), asked),
    loadBookedSince(db(), asked),
  ]);
  return { report, bookedSince, today, title: t("finance.liability.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data && `${data.title} · ${data.report.day}` },
];

export default function Liability() {
  const t = useT();
  const figures = useFigures();
  const { report, bookedSince, today, title } = useLoaderData<typeof loader>();
  const { outstanding, movements, revenue, cohorts, currency, breakage } = report;
  const { pending, held } = sumsOf(outstanding.lines);
  const deferred = revenue.at(-1)?.closingMinor ?? 0;
  const query = askedQuery(report);
  const currencyOf = () => currency;
  return (
    <>
      <BackLink to="/admin/finance">{t("finance.title")}</BackLink>
      <PageHeader title={title} lead={t("finance.liability.lead")} />
      <AskedForm asked={report} today={today} />
      {bookedSince !== 0 && (
        <Notice tone="info">
          {t("finance.bookedSince", { points: figures.points(bookedSince) })}{" "}
          <Link to={`?${askedQuery({ day: report.day, booked: today })}`}>
            {t("finance.withBookedSince")}
          </Link>
        </Notice>
      )}
      <FigureRow wide>
        <PointsFigure
          label={t("finance.outstanding.points")}
          value={figures.points(outstanding.points)}
          note={t("finance.outstanding.points.note")}
        />
        <PointsFigure
          label={t("finance.outstanding.value")}
          value={figures.moneyIn(outstanding.valueMinor, currency)}
          note={t("finance.outstanding.value.note")}
        />
        <PointsFigure label={t("finance.col.pending")} value={figures.points(pending)} />
        <PointsFigure label={t("finance.col.held")} value={figures.points(held)} />
        <PointsFigure
          label={t("finance.lapses.debt")}
          value={figures.points(outstanding.debt)}
          note={t("finance.debt.note")}
        />
        <PointsFigure
          label={t("finance.deferred")}
          value={figures.moneyIn(deferred, currency)}
          note={t("finance.deferred.note")}
        />
      </FigureRow>
      <OutstandingSection report={report} />
      <Section
        id="movement"
        title={t("finance.movement.title")}
        more={<TableLink table="movement" query={query} />}
      >
        <Formula>{t("finance.movement.formula")}</Formula>
        <BarChart
          label={t("finance.movement.chart")}
          format={figures.points}
          series={[
            { key: "given", label: t("finance.movement.given"), tone: "accent" },
            { key: "redeemed", label: t("finance.col.redeemed"), tone: "gold" },
            { key: "expired", label: t("finance.col.expired"), tone: "silver" },
            { key: "reversed", label: t("finance.col.reversed"), tone: "refusal" },
          ]}
          bars={movements.map(({ month, broughtIn, earned, adjusted, ...went }) => ({
            label: month,
            values: { given: broughtIn + earned + adjusted, ...went },
          }))}
        />
        <ReportTable
          caption={t("finance.movement.title")}
          columns={MOVEMENT_COLUMNS}
          rows={movements}
          rowKey={({ month }) => month}
          currencyOf={currencyOf}
        />
      </Section>
      <Section
        id="revenue"
        title={t("finance.revenue.title")}
        more={<TableLink table="revenue" query={query} />}
      >
        <Formula>{t("finance.revenue.formula")}</Formula>
        <ReportTable
          caption={t("finance.revenue.title")}
          columns={REVENUE_COLUMNS}
          rows={revenue}
          rowKey={({ month }) => month}
          currencyOf={currencyOf}
        />
      </Section>
      <Section
        id="cohorts"
        title={t("finance.cohorts.title")}
        more={<TableLink table="cohorts" query={query} />}
      >
        <Formula>
          {t(breakage.estimated ? "finance.cohorts.estimated" : "finance.cohorts.formula")}
        </Formula>
        <ReportTable
          caption={t("finance.cohorts.title")}
          columns={COHORT_COLUMNS}
          rows={cohorts}
          rowKey={({ month }) => month}
          currencyOf={currencyOf}
        />
      </Section>
    </>
  );
}

const sumsOf = (lines: readonly { pending: number; held: number }[]) =>
  lines.reduce(
    (sum, { pending, held }) => ({ pending: sum.pending + pending, held: sum.held + held }),
    { pending: 0, held: 0 },
  );
