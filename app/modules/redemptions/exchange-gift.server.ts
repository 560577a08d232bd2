import type { Actor } from "#app/modules/access/actor.ts";
import { hasMoved, lockShelves, moveStock } from "#app/modules/stock/move-stock.server.ts";
import { shelfFor } from "#app/modules/stock/shelf.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { writeRedemptionLetter } from "./redemption-letter.server.ts";
import { type StepAnswer, takeStep } from "./take-step.server.ts";

/**
 * Gives another piece for one that is broken or wrong, without a second spend. The one that comes back goes to
 * the shelf only where it can be given to somebody else. Each piece that was taken is exchanged once; whoever keeps the
 * gifts decides about more.
 *
 * @param exchange.reason in words that the member reads; `requestKey` the form's: sent twice it is exchanged once.
 * @param exchange.again whether whoever acts may exchange what was exchanged before.
 */
export async function exchangeGift(
  redemptionId: number,
  exchange: {
    pieces: number;
    reason: string;
    toShelf: boolean;
    again: boolean;
    requestKey: string;
  },
  { by, address }: Actor,
): Promise<StepAnswer> {
  const { pieces, reason, toShelf, again, requestKey } = exchange;
  return takeStep(redemptionId, "exchange", by, async ({ tx, redemption, refuse, repeated }) => {
    const { id, stockItemId: itemId } = redemption;
    if (pieces > redemption.quantity) return refuse({ refusal: "too-many" });
    const shelves = await lockShelves(tx, [itemId]);
    if (await hasMoved(tx, requestKey)) return repeated();
    if (!again && (await exchangedBefore(tx, id)) + pieces > redemption.quantity) {
      return refuse({ refusal: "exchanged-before" });
    }
    const shelf = shelfFor(shelves, pieces, redemption.stockStoreId);
    if (!shelf) return refuse({ refusal: "out-of-stock" });
    const { storeId } = shelf;
    await moveStock(tx, [
      {
        itemId,
        storeId,
        kind: "exchange",
        onHand: -pieces,
        reason,
        redemptionId: id,
        by,
        requestKey,
      },
    ]);
    if (toShelf) {
      await moveStock(tx, [
        { itemId, storeId, kind: "return", onHand: pieces, redemptionId: id, by },
      ]);
    }
    await writeAudit(tx, {
      personId: by,
      action: "gift.exchanged",
      subject: `redemption:${id}`,
      detail: { gift: redemption.titleEn, pieces, reason, toShelf },
      address,
    });
    return {
      detail: { pieces, reason, toShelf },
      letter: () => writeRedemptionLetter(tx, id, "exchanged", { reason, occasion: requestKey }),
    };
  });
}

/** Pieces of a redemption that others were given for. */
async function exchangedBefore(tx: Db, redemptionId: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ pieces: number }[]>`
    select coalesce(sum((detail ->> 'pieces')::int), 0)::int as pieces from redemption_step
    where redemption_id = ${redemptionId} and step = 'exchanged'`;
  return row?.pieces ?? 0;
}
