import type { Db } from "#app/platform/db.server.ts";
import type { MovementKind, StockPurpose } from "./move-stock.server.ts";

/** A movement as its history tells it. */
export type MovementListed = {
  id: number;
  kind: MovementKind;
  storeId: number | null;
  /** Added to what lies there, and to what is promised of it. */
  onHand: number;
  reserved: number;
  reason: string | null;
  redemptionId: number | null;
  /** Of a piece that is kept without a redemption. */
  purpose: StockPurpose | null;
  by: string | null;
  at: Date;
};

/**
 * What came to a stock and left it, the latest first.
 *
 * @param page.before the last movement of the page before; null for the first page.
 */
export async function loadMovements(
  on: Db,
  itemId: number,
  page: { before: number | null; limit: number },
): Promise<{ movements: MovementListed[]; olderBefore: number | null }> {
  const rows = await on.$queryRaw<(Omit<MovementListed, "id"> & { id: bigint })[]>`
    select movement.id, movement.kind, movement.store_id as "storeId", movement.on_hand as "onHand",
      movement.reserved, movement.reason, movement.redemption_id as "redemptionId", movement.purpose,
      (select name from person where id = movement.created_by) as by, movement.created_at as at
    from stock_movement movement
    where movement.item_id = ${itemId}
      and movement.id < coalesce(${page.before}::bigint, 9223372036854775807)
    order by movement.id desc limit ${page.limit + 1}`;
  const movements = rows.slice(0, page.limit).map((row) => ({ ...row, id: Number(row.id) }));
  return {
    movements,
    olderBefore: rows.length > page.limit ? (movements.at(-1)?.id ?? null) : null,
  };
}
