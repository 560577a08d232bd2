import { lockShelves, moveStock } from "#app/modules/stock/move-stock.server.ts";
import { shelfFor } from "#app/modules/stock/shelf.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { LockedRedemption } from "./lock-redemption.server.ts";
import type { Step } from "./take-step.server.ts";

/**
 * Finds the shelf that keeps the promise of a redemption. Where a count left fewer pieces there than it takes,
 * another shelf that has them free keeps it from now on.
 *
 * @returns the shelf's store; null for the store room.
 */
export async function findPieces(
  tx: Db,
  redemption: LockedRedemption,
  by: number | null,
  refuse: Step["refuse"],
): Promise<number | null> {
  const { id, stockItemId: itemId, stockStoreId: storeId, quantity } = redemption;
  const shelves = await lockShelves(tx, [itemId]);
  const isOwn = (shelf: { storeId: number | null }) => shelf.storeId === storeId;
  if (shelves.some((shelf) => isOwn(shelf) && shelf.onHand >= quantity)) return storeId;
  const others = shelves.filter((shelf) => !isOwn(shelf));
  const other = shelfFor(others, quantity, redemption.collectStoreId);
  if (!other) return refuse({ refusal: "out-of-stock" });
  const pieces = { itemId, redemptionId: id, by };
  await moveStock(tx, [
    { ...pieces, storeId, kind: "release", reserved: -quantity },
    { ...pieces, storeId: other.storeId, kind: "reserve", reserved: quantity },
  ]);
  return other.storeId;
}

/**
 * Takes the promised pieces off their shelf, for good.
 *
 * @returns the shelf's store, which the redemption keeps; null for the store room.
 */
export async function takeFromShelf(
  tx: Db,
  redemption: LockedRedemption,
  by: number | null,
  refuse: Step["refuse"],
): Promise<number | null> {
  const storeId = await findPieces(tx, redemption, by, refuse);
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
  return storeId;
}
