import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { wholeMonthOf } from "#app/modules/finance/asked-day.ts";
import {
  loadGivenByCampaigns,
  loadPromisedByCampaigns,
} from "#app/modules/finance/load-campaign-gifts.server.ts";
import { monthAfter } from "#app/modules/finance/months.ts";
import { GIVEN_COLUMNS, PROMISED_COLUMNS } from "#app/modules/finance/report-columns.ts";
import { sumsIn } from "#app/modules/finance/sums-in.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { GiftBoxDrawing } from "#app/ui/drawings/gift-box.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { FigureRow, PointsFigure } from "#app/ui/points-figure.tsx";
import { askedQuery } from "../parts/asked-form.tsx";
import { readFinanceRequest } from "../parts/finance-request.server.ts";
import { Formula } from "../parts/formula.tsx";
import { ReportTable } from "../parts/report-table.tsx";
import { TableLink } from "../parts/table-link.tsx";

/** Finance and admins: what campaigns gave in a month, to whom and at what cost, and what they still promise. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t, today, time, ...read } = await readFinanceRequest(request);
  const asked = wholeMonthOf(read.asked, today);
  const month = asked.day.slice(0, 7);
  const [given, promised] = await Promise.all([
    loadGivenByCampaigns(db(), month, time),
    loadPromisedByCampaigns(db(), today, time),
  ]);
  return {
    ...{ given, promised, asked, month },
    next: month < today.slice(0, 7) ? monthAfter(month, 1) : null,
    title: t("finance.campaigns.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data && `${data.title} · ${data.month}` },
];

export default function CampaignGifts() {
  const t = useT();
  const figures = useFigures();
  const { given, promised, asked, month, next, title } = useLoaderData<typeof loader>();
  const named = (of: string) => figures.month(`${of}-15T00:00:00Z`);
  const to = (of: string) => ({ to: `?day=${of}-01`, label: named(of) });
  const unknown = given.filter(({ costMinor }) => costMinor === null).length;
  const sums = sumsIn(given, ({ costMinor }) => costMinor ?? 0);
  return (
    <>
      <BackLink to="/admin/finance">{t("finance.title")}</BackLink>
      <PageHeader title={title} lead={t("finance.campaigns.lead")} />
      <Section
        id="given"
        title={t("finance.campaigns.given", { month: named(month) })}
        more={<TableLink table="campaign-gifts" query={askedQuery(asked)} />}
      >
        <Formula>{t("finance.campaigns.given.formula")}</Formula>
        {given.length === 0 ? (
          <EmptyState drawing={<GiftBoxDrawing />}>{t("finance.campaigns.given.none")}</EmptyState>
        ) : (
          <>
            <div className="mb-5">
              <FigureRow wide>
                <PointsFigure
                  label={t("finance.campaigns.given.pieces")}
                  value={figures.points(given.reduce((sum, { pieces }) => sum + pieces, 0))}
                />
                <PointsFigure
                  label={t("finance.owed.cost")}
                  value={sums.map((sum) => figures.moneyIn(sum.minor, sum.currency)).join(" + ")}
                  note={unknown > 0 && t("finance.campaigns.given.unknown", { count: unknown })}
                />
              </FigureRow>
            </div>
            <ReportTable
              narrow="stack"
              caption={title}
              columns={GIVEN_COLUMNS}
              rows={given}
              rowKey={({ awardId }) => String(awardId)}
              currencyOf={(row) => row.currency}
            />
          </>
        )}
        <Pager
          label={t("finance.campaigns.months")}
          newer={next ? to(next) : undefined}
          older={to(monthAfter(month, -1))}
        />
      </Section>
      <Section
        id="promised"
        title={t("finance.campaigns.promised")}
        more={<TableLink table="campaign-gifts-promised" query="" />}
      >
        <Formula>{t("finance.campaigns.promised.formula")}</Formula>
        {promised.length === 0 ? (
          <EmptyState drawing={<GiftBoxDrawing />}>
            {t("finance.campaigns.promised.none")}
          </EmptyState>
        ) : (
          <ReportTable
            narrow="stack"
            caption={t("finance.campaigns.promised")}
            columns={PROMISED_COLUMNS}
            rows={promised}
            rowKey={({ campaignId, variantId }) => `${campaignId} ${variantId}`}
            currencyOf={(row) => row.currency}
          />
        )}
      </Section>
    </>
  );
}
