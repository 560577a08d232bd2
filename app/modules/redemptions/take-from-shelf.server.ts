import { lockShelves, moveStock } from "#app/modules/stock/move-stock.server.ts";
import { shelfFor } from "#app/modules/stock/shelf.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { LockedRedemption } from "./lock-redemption.server.ts";

/** The store of a shelf; null: the store room's. */
type Shelf = { storeId: number | null };

/**
 * Finds the shelf that keeps the promise of a redemption. Where a count left fewer pieces there than it takes,
 * another shelf that has them free keeps it from now on.
 *
 * @returns null where no shelf has them.
 */
export async function findPieces(
  tx: Db,
  redemption: LockedRedemption,
  by: number | null,
): Promise<Shelf | null> {
  const { id, stockItemId: itemId, stockStoreId: storeId, quantity } = redemption;
  const shelves = await lockShelves(tx, [itemId]);
  const isOwn = (shelf: { storeId: number | null }) => shelf.storeId === storeId;
  if (shelves.some((shelf) => isOwn(shelf) && shelf.onHand >= quantity)) return { storeId };
  const others = shelves.filter((shelf) => !isOwn(shelf));
  const other = shelfFor(others, quantity, redemption.collectStoreId);
  if (!other) return null;
  const pieces = { itemId, redemptionId: id, by };
  await moveStock(tx, [
    { ...pieces, storeId, kind: "release", reserved: -quantity },
    { ...pieces, storeId: other.storeId, kind: "reserve", reserved: quantity },
  ]);
  return other;
}

/**
 * Takes the promised pieces off their shelf, for good.
 *
 * @returns the shelf, which the redemption keeps; null where no shelf has them, and nothing was taken.
 */
export async function takeFromShelf(
  tx: Db,
  redemption: LockedRedemption,
  by: number | null,
): Promise<Shelf | null> {
  const shelf = await findPieces(tx, redemption, by);
  if (!shelf) return null;
  const { storeId } = shelf;
  const { id: redemptionId, stockItemId: itemId, quantity } = redemption;
  await moveStock(tx, [
    {
      itemId,
      storeId,
      kind: "hand-over",
      onHand: -quantity,
      reserved: -quantity,
      redemptionId,
      by,
    },
  ]);
  return shelf;
}
