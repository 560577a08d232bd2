import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { loadFinanceOverview } from "#app/modules/finance/load-finance-overview.server.ts";
import { percentOf } from "#app/modules/finance/minor-share.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { PageHeader, Section } from "#app/ui/page.tsx";
import { FigureRow, PointsFigure } from "#app/ui/points-figure.tsx";
import { readFinanceRequest } from "../parts/finance-request.server.ts";

type FinancePage = "liability" | "rates" | "gifts" | "campaigns" | "dues" | "journal";

/** Finance and admins: the few figures of the club's books, each with the way to its page. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t, today, time } = await readFinanceRequest(request);
  return { ...(await loadFinanceOverview(db(), today, time)), title: t("finance.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Finance() {
  const t = useT();
  const figures = useFigures();
  const { points, gifts, dues, currency, title } = useLoaderData<typeof loader>();
  const percent = (part: number) => {
    const share = percentOf(part, points.granted);
    return share === null ? "—" : t("finance.percent", { share: figures.points(share) });
  };
  const inEach = (sums: { currency: string; minor: number }[]) =>
    sums.length === 0
      ? figures.money(0)
      : sums.map(({ currency, minor }) => figures.moneyIn(minor, currency)).join(" + ");
  return (
    <>
      <PageHeader title={title} lead={t("finance.lead")} />
      <Part of="liability">
        <FigureRow wide>
          <PointsFigure
            label={t("finance.outstanding.points")}
            value={figures.points(points.outstanding)}
            note={t("finance.outstanding.points.note")}
          />
          <PointsFigure
            label={t("finance.outstanding.value")}
            value={figures.moneyIn(points.valueMinor, currency)}
            note={t("finance.outstanding.value.note")}
          />
          <PointsFigure
            label={t("finance.deferred")}
            value={figures.moneyIn(points.deferredMinor, currency)}
            note={t("finance.deferred.note")}
          />
        </FigureRow>
      </Part>
      <Part of="rates">
        <FigureRow wide>
          <PointsFigure
            label={t("finance.col.redemptionRate")}
            value={percent(points.redeemed)}
            note={t("finance.rates.redemption.note", {
              redeemed: figures.points(points.redeemed),
              granted: figures.points(points.granted),
            })}
          />
          <PointsFigure
            label={t("finance.col.breakageRate")}
            value={percent(points.expired)}
            note={t("finance.rates.breakage.note", {
              expired: figures.points(points.expired),
              granted: figures.points(points.granted),
            })}
          />
        </FigureRow>
      </Part>
      <Part of="gifts">
        <FigureRow wide>
          <PointsFigure
            label={t("finance.owed.pieces")}
            value={figures.points(gifts.pieces)}
            note={t("finance.owed.pieces.note")}
          />
          <PointsFigure label={t("finance.owed.cost")} value={inEach(gifts.owedCost)} />
          <PointsFigure label={t("finance.cost.thisMonth")} value={inEach(gifts.costThisMonth)} />
        </FigureRow>
      </Part>
      <Part of="campaigns">
        <p className="max-w-prose text-ink-soft">{t("finance.campaigns.lead")}</p>
      </Part>
      <Part of="dues">
        <FigureRow wide>
          <PointsFigure
            label={t("finance.dues.thisMonth")}
            value={inEach(dues.earnedThisMonth)}
            note={t("finance.dues.thisMonth.note")}
          />
          <PointsFigure
            label={t("finance.dues.deferred")}
            value={inEach(dues.deferred)}
            note={t("finance.dues.deferred.note")}
          />
        </FigureRow>
      </Part>
      <Part of="journal">
        <p className="max-w-prose text-ink-soft">{t("finance.journal.lead")}</p>
      </Part>
    </>
  );
}

/** What one of the pages says in short, with the way to it. */
function Part({ of, children }: { of: FinancePage; children: ReactNode }) {
  const t = useT();
  return (
    <Section
      id={of}
      title={t(`finance.${of}.title`)}
      more={<Link to={`/admin/finance/${of}`}>{t("finance.open")}</Link>}
    >
      {children}
    </Section>
  );
}
