import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { hasMoved, lockShelves, moveStock } from "./move-stock.server.ts";

export type TakeOut = {
  itemId: number;
  storeId: number | null;
  /** Pieces, one or more. */
  pieces: number;
  reason: string;
  /** The form's: sent twice they are taken once. */
  requestKey: string;
};

export type TakenOut = { ok: true } | { ok: false; refusal: "not-there"; onHand: number };

/**
 * Takes pieces off a shelf for another reason than a gift: broken, given to somebody. They may have been promised:
 * what is gone is gone, and whoever keeps the gifts sees what cannot be served then.
 */
export async function takeOutStock(take: TakeOut, actor: Actor): Promise<TakenOut> {
  const { itemId, storeId, pieces, reason, requestKey } = take;
  return inRetriedTransaction<TakenOut>(async (tx) => {
    const shelves = await lockShelves(tx, [itemId]);
    if (await hasMoved(tx, requestKey)) return { ok: true };
    const onHand = shelves.find((shelf) => shelf.storeId === storeId)?.onHand ?? 0;
    if (pieces > onHand) return { ok: false, refusal: "not-there", onHand };
    const { by, address } = actor;
    await moveStock(tx, [
      { itemId, storeId, kind: "out", onHand: -pieces, reason, by, requestKey },
    ]);
    await writeAudit(tx, {
      personId: by,
      action: "stock.taken-out",
      subject: `stock:${itemId}`,
      detail: { pieces, storeId, reason },
      address,
    });
    return { ok: true };
  });
}
