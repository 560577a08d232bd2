import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { duesByMonth } from "#app/modules/finance/dues-by-month.ts";
import { loadDuesYears } from "#app/modules/finance/load-dues.server.ts";
import { monthsThrough } from "#app/modules/finance/months.ts";
import { DUES_COLUMNS } from "#app/modules/finance/report-columns.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { EmptyStatementDrawing } from "#app/ui/drawings/empty-statement.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { readFinanceRequest } from "../parts/finance-request.server.ts";
import { Formula } from "../parts/formula.tsx";
import { ReportTable } from "../parts/report-table.tsx";
import { TableLink } from "../parts/table-link.tsx";

/** Finance and admins: what of gold dues is earned in each month, and what is still to be. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t, today, time } = await readFinanceRequest(request);
  const months = monthsThrough(today.slice(0, 7), 12);
  const years = await loadDuesYears(db(), months[0] as string, time.zone);
  return { lines: duesByMonth(years, months), title: t("finance.dues.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Dues() {
  const t = useT();
  const figures = useFigures();
  const { lines, title } = useLoaderData<typeof loader>();
  const currencies = [...new Set(lines.map(({ currency }) => currency))];
  return (
    <>
      <BackLink to="/admin/finance">{t("finance.title")}</BackLink>
      <PageHeader title={title} lead={t("finance.dues.lead")} />
      {lines.length === 0 && (
        <EmptyState drawing={<EmptyStatementDrawing />}>{t("finance.dues.none")}</EmptyState>
      )}
      {currencies.map((currency) => {
        const rows = lines.filter((line) => line.currency === currency);
        return (
          <Section
            key={currency}
            id={`dues-${currency}`}
            title={t("finance.dues.months", { currency })}
            more={<TableLink table="dues" query="" />}
          >
            <Formula>{t("finance.dues.formula")}</Formula>
            <BarChart
              label={t("finance.dues.chart", { currency })}
              format={(minor) => figures.moneyIn(minor, currency)}
              series={[
                { key: "earned", label: t("finance.col.earnedMinor"), tone: "accent" },
                { key: "closing", label: t("finance.dues.deferred"), tone: "tint" },
              ]}
              bars={rows.map(({ month, earnedMinor, closingMinor }) => ({
                label: month,
                values: { earned: earnedMinor, closing: closingMinor },
              }))}
            />
            <ReportTable
              caption={t("finance.dues.months", { currency })}
              columns={DUES_COLUMNS}
              rows={rows}
              rowKey={(line) => line.month}
              currencyOf={() => currency}
            />
          </Section>
        );
      })}
    </>
  );
}
