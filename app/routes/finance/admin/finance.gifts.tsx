import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadGiftCost } from "#app/modules/finance/load-gift-cost.server.ts";
import { loadGiftsOwed } from "#app/modules/finance/load-gifts-owed.server.ts";
import { monthsThrough } from "#app/modules/finance/months.ts";
import { COST_COLUMNS, OWED_COLUMNS } from "#app/modules/finance/report-columns.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { GiftBoxDrawing } from "#app/ui/drawings/gift-box.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { readFinanceRequest } from "../parts/finance-request.server.ts";
import { Formula } from "../parts/formula.tsx";
import { ReportTable } from "../parts/report-table.tsx";
import { TableLink } from "../parts/table-link.tsx";

/** Finance and admins: gifts that were taken and are still to be handed over, and what gifts cost by month. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t, today, time, currency } = await readFinanceRequest(request);
  const months = monthsThrough(today.slice(0, 7), 12);
  const [owed, costs] = await Promise.all([loadGiftsOwed(db()), loadGiftCost(db(), months, time)]);
  return { owed, costs, months, currency, title: t("finance.gifts.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function GiftsOwed() {
  const t = useT();
  const figures = useFigures();
  const { owed, costs, months, currency, title } = useLoaderData<typeof loader>();
  const costIn = (month: string) =>
    costs
      .filter((cost) => cost.month === month && cost.currency === currency)
      .reduce((sum, { costMinor }) => sum + costMinor, 0);
  return (
    <>
      <BackLink to="/admin/finance">{t("finance.title")}</BackLink>
      <PageHeader title={title} lead={t("finance.gifts.lead")} />
      <Section
        id="owed"
        title={t("finance.owed.title")}
        more={<TableLink table="gifts-owed" query="" />}
      >
        <Formula>{t("finance.owed.formula")}</Formula>
        {owed.length === 0 ? (
          <EmptyState drawing={<GiftBoxDrawing />}>{t("finance.owed.none")}</EmptyState>
        ) : (
          <ReportTable
            narrow="stack"
            caption={t("finance.owed.title")}
            columns={OWED_COLUMNS}
            rows={owed}
            rowKey={(row) => `${row.giftId} ${row.currency}`}
            currencyOf={(row) => row.currency}
          />
        )}
      </Section>
      <Section
        id="cost"
        title={t("finance.cost.title")}
        more={<TableLink table="gift-cost" query="" />}
      >
        <Formula>{t("finance.cost.formula")}</Formula>
        {costs.length === 0 ? (
          <EmptyState drawing={<GiftBoxDrawing />}>{t("finance.cost.none")}</EmptyState>
        ) : (
          <>
            <BarChart
              label={t("finance.cost.chart")}
              format={figures.money}
              series={[{ key: "cost", label: t("finance.col.costMinor"), tone: "accent" }]}
              bars={months.map((month) => ({ label: month, values: { cost: costIn(month) } }))}
            />
            <ReportTable
              caption={t("finance.cost.title")}
              columns={COST_COLUMNS}
              rows={costs}
              rowKey={(row) => `${row.month} ${row.currency} ${row.why}`}
              currencyOf={(row) => row.currency}
            />
          </>
        )}
      </Section>
    </>
  );
}
