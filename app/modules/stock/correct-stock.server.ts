import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { lockShelves, lockStocks, moveStock } from "./move-stock.server.ts";

export type StockCorrected =
  | { ok: true; difference: number }
  | {
      ok: false;
      /**
       * `stock-of-sizes`: one figure says nothing of several stocks, or of one that another gift shares.
       * `stock-elsewhere`: more are missing than lie in the store room.
       */
      refusal: "stock-of-sizes" | "stock-elsewhere";
    };

/**
 * Takes a figure that somebody else keeps for what there is of a gift in all places, in the caller's transaction:
 * the difference is a counted movement in the store room.
 *
 * @param counted.variantId one size of it alone.
 */
export async function correctStock(
  tx: Db,
  counted: { giftId: number; variantId?: number; pieces: number; reason: string },
  { by, address }: Actor,
): Promise<StockCorrected> {
  const { giftId, variantId = null, pieces, reason } = counted;
  const stocks = await tx.$queryRaw<{ itemId: number; shared: boolean }[]>`
    select distinct variant.stock_item_id as "itemId", exists (select from gift_variant other
      where other.stock_item_id = variant.stock_item_id
        and (other.gift_id <> ${giftId} or other.id <> ${variantId}::int)) as shared
    from gift_variant variant where variant.gift_id = ${giftId}
      and case when ${variantId}::int is null then variant.archived_at is null
        else variant.id = ${variantId}::int end`;
  const [stock] = stocks;
  if (!stock || stocks.length > 1 || stock.shared) return { ok: false, refusal: "stock-of-sizes" };
  const { itemId } = stock;
  await lockStocks(tx, [itemId]);
  const shelves = await lockShelves(tx, [itemId]);
  const difference = pieces - shelves.reduce((sum, { onHand }) => sum + onHand, 0);
  if (difference === 0) return { ok: true, difference };
  const inRoom = shelves.find(({ storeId }) => storeId === null)?.onHand ?? 0;
  if (inRoom + difference < 0) return { ok: false, refusal: "stock-elsewhere" };
  await moveStock(tx, [{ itemId, storeId: null, kind: "count", onHand: difference, reason, by }]);
  await writeAudit(tx, {
    personId: by,
    action: "stock.counted",
    subject: `stock:${itemId}`,
    detail: { pieces: difference, storeId: null, reason },
    address,
  });
  return { ok: true, difference };
}
