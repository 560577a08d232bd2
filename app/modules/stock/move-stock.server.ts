import type { Db } from "#app/platform/db.server.ts";
import type { Shelf } from "./shelf.ts";

export type MovementKind =
  /** Delivered to us. */
  | "in"
  /** Taken away for another reason than a gift: broken, given to somebody. */
  | "out"
  /** What a stock-taking found more or fewer. */
  | "count"
  | "reserve"
  | "release"
  | "hand-over"
  /** Came back from whoever had it. */
  | "return"
  /** Given in place of a broken or wrong one. */
  | "exchange"
  | "transfer-out"
  | "transfer-in";

/** What pieces are kept for that are taken without a redemption. */
export type StockPurpose = "contest-prize" | "draw-prize";

/** What comes to a shelf or leaves it, or is promised of it. The checks of `stock_movement` hold its signs. */
export type Movement = {
  itemId: number;
  storeId: number | null;
  kind: MovementKind;
  /** Added to what lies there. */
  onHand?: number;
  /** Added to what is promised. */
  reserved?: number;
  /** For people; needed where no redemption explains it. */
  reason?: string;
  redemptionId?: number;
  /** Of a piece that is kept without a redemption, and which gift it is. */
  purpose?: StockPurpose;
  variantId?: number;
  by: number | null;
  /** Sent twice it is moved once: see {@link hasMoved}. */
  requestKey?: string;
};

/**
 * Moves pieces, in the caller's transaction. The shelf follows by a trigger in the same statement.
 *
 * @throws a check violation (23514) where a shelf would fall below nought: who moves pieces locks the shelf
 * and looks first.
 */
export async function moveStock(tx: Db, movements: readonly Movement[]): Promise<void> {
  if (movements.length === 0) return;
  await tx.stockMovement.createMany({
    data: movements.map(({ by, ...movement }) => ({ ...movement, createdBy: by })),
  });
}

/** Whether a form's movement has been made. */
export async function hasMoved(on: Db, requestKey: string): Promise<boolean> {
  return (await on.stockMovement.count({ where: { requestKey } })) > 0;
}

/**
 * Keeps others who receive or count the same items waiting: a shelf that nothing has ever lain on has no row by
 * which they could meet. Before the shelves; whoever takes a gift does not wait for it.
 */
export async function lockStocks(tx: Db, itemIds: readonly number[]): Promise<void> {
  await tx.$queryRaw`
    select id from stock_item where id = any(${[...itemIds]}) order by id for no key update`;
}

/**
 * Reads every shelf of some items and keeps it from being moved by anybody else until the transaction ends.
 * Always in one order, so that two who want the same two wait for one another only once.
 */
export async function lockShelves(tx: Db, itemIds: readonly number[]): Promise<Shelf[]> {
  return tx.$queryRaw<Shelf[]>`
    select item_id as "itemId", store_id as "storeId", on_hand as "onHand", reserved
    from stock_level where item_id = any(${[...itemIds]})
    order by item_id, store_id nulls first for update`;
}
