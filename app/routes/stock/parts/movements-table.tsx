import { Link } from "@remix-run/react";
import type { MovementListed } from "#app/modules/stock/load-movements.server.ts";
import type { StockPlace } from "#app/modules/stock/load-places.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Table } from "#app/ui/table.tsx";
import { placeName } from "./places.ts";

interface MovementsTableProps {
  movements: (Omit<MovementListed, "at"> & { at: Date | string })[];
  places: StockPlace[];
}

/** What came to a stock and left it: when, where, how many, by whom and why. */
export function MovementsTable({ movements, places }: MovementsTableProps) {
  const t = useT();
  const figures = useFigures();
  if (movements.length === 0) return <p>{t("stock.history.none")}</p>;
  return (
    <Table
      caption={t("stock.history")}
      columns={[
        {
          key: "what",
          head: t("stock.history.what"),
          cell: ({ kind, redemptionId, purpose }) => (
            <>
              {t(`stock.kind.${kind}`)}
              {purpose && ` · ${t(`stock.purpose.${purpose}`)}`}
              {redemptionId !== null && (
                <>
                  {" · "}
                  <Link to={`/admin/redemptions/${redemptionId}`} className="text-accent underline">
                    {t("stock.redemption", { id: redemptionId })}
                  </Link>
                </>
              )}
            </>
          ),
        },
        {
          key: "when",
          head: t("stock.history.when"),
          cell: ({ at }) => <span className="whitespace-nowrap">{figures.moment(at)}</span>,
        },
        {
          key: "where",
          head: t("stock.place"),
          cell: ({ storeId }) => placeName(t, places, storeId),
        },
        {
          key: "onHand",
          head: t("giftKeeping.col.onHand"),
          number: true,
          cell: ({ onHand }) => (onHand === 0 ? "" : figures.change(onHand)),
        },
        {
          key: "promised",
          head: t("giftKeeping.col.promised"),
          number: true,
          cell: ({ reserved }) => (reserved === 0 ? "" : figures.change(reserved)),
        },
        {
          key: "who",
          head: t("stock.history.who"),
          cell: ({ by }) => by ?? t("stock.itself"),
        },
        { key: "why", head: t("stock.history.why"), cell: ({ reason }) => reason ?? "" },
      ]}
      rows={movements}
      rowKey={({ id }) => id}
    />
  );
}
