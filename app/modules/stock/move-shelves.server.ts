import type { Db } from "#app/platform/db.server.ts";
import { lockShelves, type Movement, moveStock } from "./move-stock.server.ts";

/**
 * Brings all that lies at one store, and all that is promised of it, to another, with which it is made one. The
 * empty shelves go.
 */
export async function moveShelves(
  tx: Db,
  { from, into, by }: { from: number; into: number; by: number },
): Promise<void> {
  const there = await tx.stockLevel.findMany({
    where: { storeId: from },
    select: { itemId: true },
  });
  const shelves = await lockShelves(
    tx,
    there.map(({ itemId }) => itemId),
  );
  const movements = shelves
    .filter(({ storeId }) => storeId === from)
    .flatMap(({ itemId, onHand, reserved }): Movement[] => {
      // Promised pieces travel as such; after a count there may be fewer pieces than promises.
      const kept = Math.min(onHand, reserved);
      const [free, owed] = [onHand - kept, reserved - kept];
      const out = { itemId, storeId: from, by };
      const to = { itemId, storeId: into, by };
      return [
        { ...out, kind: "transfer-out", onHand: -kept, reserved: -kept },
        { ...to, kind: "transfer-in", onHand: kept, reserved: kept },
        { ...out, kind: "transfer-out", onHand: -free },
        { ...to, kind: "transfer-in", onHand: free },
        { ...out, kind: "release", reserved: -owed },
        { ...to, kind: "reserve", reserved: owed },
      ];
    })
    .filter(({ onHand, reserved }) => Boolean(onHand) || Boolean(reserved));
  await moveStock(tx, movements);
  await tx.stockPromise.updateMany({ where: { storeId: from }, data: { storeId: into } });
  await tx.stockLevel.deleteMany({ where: { storeId: from } });
}
