import type { Db } from "#app/platform/db.server.ts";
import { wholeTitle } from "./offered-gifts.server.ts";

/** A gift that can be a prize: one that is handed over at the desk. */
export type PrizeGift = { variantId: number; en: string; zh: string; free: number };

/** The gifts of the catalogue that can be prizes, with their free pieces. */
export const loadPrizeGifts = (on: Db): Promise<PrizeGift[]> =>
  on.$queryRaw<PrizeGift[]>`
    select variant.id as "variantId", ${wholeTitle("en")} as en, ${wholeTitle("zh")} as zh,
      coalesce((select sum(greatest(0, on_hand - reserved)) from stock_level
        where item_id = variant.stock_item_id), 0)::int as free
    from gift_variant variant join gift on gift.id = variant.gift_id
    where variant.archived_at is null and gift.archived_at is null and gift.fulfilment = 'collect'
    order by gift.position, gift.id, variant.position, variant.id`;
