import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { percentOf, sumOf, sumsBy } from "#app/modules/gift-report/report-sums.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { GiftBoxDrawing } from "#app/ui/drawings/gift-box.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DownloadIcon } from "#app/ui/icons.tsx";
import { Input } from "#app/ui/input.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { FigureRow, PointsFigure } from "#app/ui/points-figure.tsx";
import { reportAskedFor } from "../parts/report-request.server.ts";
import { ReportTable } from "../parts/report-table.tsx";

/** Whoever reads the gifts' report: what was taken by gift, store and month, and what it says. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t, may } = await readStaffRequest(request, "gifts.report");
  return {
    ...(await reportAskedFor(request)),
    mayKeep: may("gifts.keep"),
    title: t("giftReport.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function GiftReportPage() {
  const t = useT();
  const figures = useFigures();
  const { report, months, currency, mayKeep, title } = useLoaderData<typeof loader>();
  const { lines, earned, medianDays, received, lapsed } = report;
  const all = sumOf(lines);
  const percent = (share: number | null) =>
    share === null ? "—" : t("giftReport.percent", { share: figures.points(share) });
  return (
    <>
      {mayKeep && <BackLink to="/admin/gifts">{t("giftKeeping.title")}</BackLink>}
      <PageHeader
        title={title}
        lead={t("giftReport.lead")}
        actions={
          <ButtonLink
            to={`/admin/gifts/report.csv?${new URLSearchParams(months)}`}
            reloadDocument
            look="quiet"
            icon={<DownloadIcon size={18} />}
          >
            {t("giftReport.csv")}
          </ButtonLink>
        }
      />
      <Form className="mb-7 flex flex-wrap items-end gap-3" key={`${months.from} ${months.to}`}>
        <Input
          id="from"
          name="from"
          type="month"
          label={t("giftReport.from")}
          defaultValue={months.from}
        />
        <Input id="to" name="to" type="month" label={t("giftReport.to")} defaultValue={months.to} />
        <Button look="quiet">{t("giftReport.show")}</Button>
      </Form>
      <FigureRow>
        <PointsFigure
          label={t("giftReport.redemptions")}
          value={figures.points(all.redemptions)}
          note={t("giftReport.redemptions.note")}
        />
        <PointsFigure
          label={t("giftReport.points")}
          value={figures.points(all.points)}
          note={t("giftReport.points.note")}
        />
        <PointsFigure
          label={t("giftReport.cost")}
          value={figures.money(all.costMinor)}
          note={t("giftReport.cost.note", { count: all.piecesWithoutCost })}
        />
        <PointsFigure
          label={t("giftReport.burn")}
          value={percent(percentOf(all.points, earned))}
          note={t("giftReport.burn.note", {
            points: figures.points(all.points),
            earned: figures.points(earned),
          })}
        />
        <PointsFigure
          label={t("giftReport.days")}
          value={medianDays === null ? "—" : figures.points(Math.round(medianDays * 10) / 10)}
          note={t("giftReport.days.note")}
        />
        <PointsFigure
          label={t("giftReport.uncollected")}
          value={percent(percentOf(lapsed, lapsed + received))}
          note={t("giftReport.uncollected.note", {
            expired: figures.points(lapsed),
            ended: figures.points(lapsed + received),
          })}
        />
      </FigureRow>
      {lines.length === 0 ? (
        <EmptyState drawing={<GiftBoxDrawing />}>{t("giftReport.none")}</EmptyState>
      ) : (
        <>
          <Section id="by-gift" title={t("giftReport.byGift")}>
            <ReportTable
              head={t("giftReport.gift")}
              currency={currency}
              groups={sumsBy(lines, ({ giftId }) => giftId).map(({ first, ...group }) => ({
                ...group,
                name: inLanguage(t.locale, { en: first.titleEn, zh: first.titleZh }),
              }))}
            />
          </Section>
          <Section id="by-store" title={t("giftReport.byStore")}>
            <ReportTable
              head={t("giftReport.store")}
              currency={currency}
              groups={sumsBy(lines, ({ storeId }) => storeId ?? 0).map(({ first, ...group }) => ({
                ...group,
                name: first.store ? inLanguage(t.locale, first.store) : t("giftReport.noStore"),
              }))}
            />
          </Section>
          <Section id="by-month" title={t("giftReport.byMonth")}>
            <ReportTable
              head={t("giftReport.month")}
              currency={currency}
              groups={sumsBy(lines, ({ month }) => month).map(({ key, sum }) => ({
                key,
                sum,
                name: figures.month(`${key}-15T00:00:00Z`),
              }))}
            />
          </Section>
        </>
      )}
    </>
  );
}
