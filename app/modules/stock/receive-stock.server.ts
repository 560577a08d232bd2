import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { hasMoved, lockShelves, lockStocks, moveStock } from "./move-stock.server.ts";

export type Delivery = {
  itemId: number;
  storeId: number | null;
  /** Pieces, one or more. */
  pieces: number;
  reason?: string;
  /** The form's: sent twice it is received once. */
  requestKey: string;
};

/** Puts pieces on a shelf. */
export async function receiveStock(delivery: Delivery, actor: Actor): Promise<void> {
  const { itemId, storeId, pieces, reason, requestKey } = delivery;
  await inRetriedTransaction(async (tx) => {
    await lockStocks(tx, [itemId]);
    await lockShelves(tx, [itemId]);
    if (await hasMoved(tx, requestKey)) return;
    const by = actor.by;
    await moveStock(tx, [{ itemId, storeId, kind: "in", onHand: pieces, reason, by, requestKey }]);
    await writeAudit(tx, {
      personId: by,
      action: "stock.received",
      subject: `stock:${itemId}`,
      detail: { pieces, storeId, reason: reason ?? null },
      address: actor.address,
    });
  });
}
