import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { hasMoved, lockShelves, lockStocks, moveStock } from "./move-stock.server.ts";
import { freeOn } from "./shelf.ts";

export type Transfer = {
  itemId: number;
  /** Stores; null for the store room. */
  from: number | null;
  to: number | null;
  /** Pieces, one or more. */
  pieces: number;
  note?: string;
  /** The form's: sent twice they are moved once. */
  requestKey: string;
};

export type Transferred =
  | { ok: true }
  | { ok: false; refusal: "same-place" }
  /** Of those that lie there, `free` are promised to nobody. */
  | { ok: false; refusal: "not-free"; free: number };

/**
 * Brings free pieces from one place to another: two movements, one out and one in. What is promised stays where
 * it is promised; laying it out at its store moves it.
 */
export async function transferStock(transfer: Transfer, actor: Actor): Promise<Transferred> {
  const { itemId, from, to, pieces, note: reason, requestKey } = transfer;
  if (from === to) return { ok: false, refusal: "same-place" };
  return inRetriedTransaction<Transferred>(async (tx) => {
    await lockStocks(tx, [itemId]);
    const shelves = await lockShelves(tx, [itemId]);
    if (await hasMoved(tx, requestKey)) return { ok: true };
    const shelf = shelves.find(({ storeId }) => storeId === from);
    const free = shelf ? freeOn(shelf) : 0;
    if (pieces > free) return { ok: false, refusal: "not-free", free };
    const { by, address } = actor;
    const moved = { itemId, reason, by };
    await moveStock(tx, [
      { ...moved, storeId: from, kind: "transfer-out", onHand: -pieces, requestKey },
      { ...moved, storeId: to, kind: "transfer-in", onHand: pieces },
    ]);
    await writeAudit(tx, {
      personId: by,
      action: "stock.transferred",
      subject: `stock:${itemId}`,
      detail: { pieces, storeId: from, toStoreId: to, reason: reason ?? null },
      address,
    });
    return { ok: true };
  });
}
