import { Link } from "@remix-run/react";
import type { StockPlace } from "#app/modules/stock/load-places.server.ts";
import type { StockListed } from "#app/modules/stock/load-stock.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { placeName, stockTitle } from "./places.ts";

type Listed = StockListed & {
  free: number;
  onHand: number;
  promised: number;
  isLow: boolean;
  isShort: boolean;
};

/** Every stock with what is free of it, and where it lies. */
export function StockTable({ stocks, places }: { stocks: Listed[]; places: StockPlace[] }) {
  const t = useT();
  const figures = useFigures();
  const columns: Column<Listed>[] = [
    {
      key: "stock",
      head: t("giftKeeping.col.gift"),
      cell: ({ itemId, names, isLow, isShort, isArchived }) => (
        <>
          <Link to={`/admin/stock/${itemId}`} className="text-accent underline">
            {stockTitle(t, names)}
          </Link>
          <span className="block text-[0.875rem] font-normal text-ink-soft">
            <bdi className="figure">{names.map(({ sku }) => sku).join(", ")}</bdi>
          </span>
          <span className="flex flex-wrap gap-1.5">
            {isLow && <Badge tone="warn">{t("giftKeeping.low")}</Badge>}
            {isShort && <Badge tone="refusal">{t("stock.short")}</Badge>}
            {isArchived && <Badge>{t("giftKeeping.state.archived")}</Badge>}
          </span>
        </>
      ),
    },
    {
      key: "free",
      head: t("giftKeeping.col.free"),
      number: true,
      cell: ({ free }) => figures.points(free),
    },
    {
      key: "onHand",
      head: t("giftKeeping.col.onHand"),
      number: true,
      cell: ({ onHand }) => figures.points(onHand),
    },
    {
      key: "promised",
      head: t("giftKeeping.col.promised"),
      number: true,
      cell: ({ promised }) => figures.points(promised),
    },
    {
      key: "where",
      head: t("stock.where"),
      cell: ({ shelves }) =>
        shelves.length === 0 ? (
          <span className="text-ink-soft">{t("stock.nowhere")}</span>
        ) : (
          <ul>
            {shelves.map(({ storeId, onHand, reserved }) => (
              <li key={storeId ?? "room"}>
                {t("stock.shelf", {
                  place: placeName(t, places, storeId),
                  onHand: figures.points(onHand),
                  promised: figures.points(reserved),
                })}
              </li>
            ))}
          </ul>
        ),
    },
  ];
  return (
    <Table
      caption={t("stock.title")}
      columns={columns}
      rows={stocks}
      rowKey={({ itemId }) => itemId}
    />
  );
}
