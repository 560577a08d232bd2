import { Link } from "@remix-run/react";
import type { StockPlace } from "#app/modules/stock/load-places.server.ts";
import { placeText } from "#app/modules/stock/place-text.ts";
import { freeOn, type Shelf } from "#app/modules/stock/shelf.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { placeName } from "./places.ts";

interface ShelvesTableProps {
  itemId: number;
  shelves: Omit<Shelf, "itemId">[];
  places: StockPlace[];
  /** Whoever looks may count. */
  countable?: boolean;
}

/** Where a stock lies, and the way to count it there. */
export function ShelvesTable({ itemId, shelves, places, countable = true }: ShelvesTableProps) {
  const t = useT();
  const figures = useFigures();
  const shown = shelves.some(({ storeId }) => storeId === null)
    ? shelves
    : [{ storeId: null, onHand: 0, reserved: 0 }, ...shelves];
  const columns: Column<Omit<Shelf, "itemId">>[] = [
    {
      key: "place",
      head: t("stock.place"),
      cell: ({ storeId, onHand, reserved }) => (
        <>
          {placeName(t, places, storeId)}{" "}
          {reserved > onHand && (
            <Badge tone="refusal">
              {t("stock.shortBy", { count: figures.points(reserved - onHand) })}
            </Badge>
          )}
        </>
      ),
    },
    {
      key: "free",
      head: t("giftKeeping.col.free"),
      number: true,
      cell: (shelf) => figures.points(freeOn(shelf)),
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
      cell: ({ reserved }) => figures.points(reserved),
    },
  ];
  if (countable) {
    columns.push({
      key: "count",
      head: t("stock.count"),
      cell: ({ storeId }) => (
        <Link
          to={`/admin/stock/count?place=${placeText(storeId)}&item=${itemId}`}
          className="text-accent underline"
        >
          {t("stock.countHere")}
        </Link>
      ),
    });
  }
  return (
    <Table
      caption={t("stock.where")}
      columns={columns}
      rows={shown}
      rowKey={({ storeId }) => storeId ?? "room"}
    />
  );
}
