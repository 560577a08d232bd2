import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadMissed } from "#app/modules/stock/load-missed.server.ts";
import { loadPlaces } from "#app/modules/stock/load-places.server.ts";
import { loadStock } from "#app/modules/stock/load-stock.server.ts";
import { freeOn } from "#app/modules/stock/shelf.ts";
import { MISSED_DAYS } from "#app/modules/stock/stock-sql.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { GiftBoxDrawing } from "#app/ui/drawings/gift-box.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader, Section } from "#app/ui/page.tsx";
import { FilterChips } from "#app/ui/tabs.tsx";
import { MissedTable } from "../parts/missed-table.tsx";
import { StockTable } from "../parts/stock-table.tsx";

/** Whoever keeps the gifts: what lies where, and what was asked for and not there. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "gifts.keep");
  const lowOnly = new URL(request.url).searchParams.get("show") === "low";
  const [all, places, missed] = await Promise.all([
    loadStock(db()),
    loadPlaces(db()),
    loadMissed(db()),
  ]);
  const stocks = all
    .filter(({ isArchived, shelves }) => !isArchived || shelves.some(({ onHand }) => onHand > 0))
    .map((stock) => {
      const sum = (of: (shelf: (typeof stock.shelves)[number]) => number) =>
        stock.shelves.reduce((total, shelf) => total + of(shelf), 0);
      const free = sum(freeOn);
      return {
        ...stock,
        free,
        onHand: sum(({ onHand }) => onHand),
        promised: sum(({ reserved }) => reserved),
        isLow: !stock.isArchived && stock.lowAt !== null && free <= stock.lowAt,
        isShort: stock.shelves.some(({ onHand, reserved }) => reserved > onHand),
      };
    });
  return {
    stocks: lowOnly ? stocks.filter(({ isLow, isShort }) => isLow || isShort) : stocks,
    lowCount: stocks.filter(({ isLow, isShort }) => isLow || isShort).length,
    count: stocks.length,
    lowOnly,
    places,
    missed,
    missedDays: MISSED_DAYS,
    title: t("stock.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Stock() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("stock.title")}
        lead={t("stock.lead")}
        actions={
          <>
            <ButtonLink to="/admin/stock/count">{t("stock.count")}</ButtonLink>
            <ButtonLink to="/admin/gifts" look="quiet">
              {t("giftKeeping.title")}
            </ButtonLink>
          </>
        }
      />
      <FilterChips
        label={t("giftKeeping.show")}
        choices={[
          {
            to: "/admin/stock",
            label: t("giftKeeping.counted", { name: t("stock.all"), count: page.count }),
            current: !page.lowOnly,
          },
          {
            to: "/admin/stock?show=low",
            label: t("giftKeeping.counted", { name: t("stock.lowOrShort"), count: page.lowCount }),
            current: page.lowOnly,
          },
        ]}
      />
      {page.stocks.length === 0 ? (
        <EmptyState drawing={<GiftBoxDrawing />}>
          {t(page.lowOnly ? "stock.nothingLow" : "stock.none")}
        </EmptyState>
      ) : (
        <StockTable stocks={page.stocks} places={page.places} />
      )}
      <Section id="missed" title={t("stock.missed")}>
        <p className="-mt-1 mb-3 max-w-prose text-ink-soft">
          {t("stock.missed.lead", { days: page.missedDays })}
        </p>
        {page.missed.length === 0 ? (
          <p>{t("stock.missed.none")}</p>
        ) : (
          <MissedTable missed={page.missed} />
        )}
      </Section>
    </>
  );
}
