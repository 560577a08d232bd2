import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Shelf } from "./shelf.ts";

/** What is called so on a shelf: the sizes of gifts that are taken from one stock. */
export type StockName = { giftId: number; sku: string; titleEn: string; titleZh: string };

/** A stock with all of its shelves. */
export type StockListed = {
  itemId: number;
  names: StockName[];
  /** Nothing of it is to be had any more: all its gifts, or sizes, are archived. */
  isArchived: boolean;
  /** It lies on no shelf that could be counted: vouchers. */
  isPaper: boolean;
  /** At so many free pieces whoever keeps the gifts is warned: the highest of its gifts'. */
  lowAt: number | null;
  shelves: Omit<Shelf, "itemId">[];
};

/**
 * All stocks by the order of the catalogue, in one query.
 *
 * @param only that one alone, where one is asked for.
 */
export async function loadStock(on: Db, only?: number): Promise<StockListed[]> {
  const which = only === undefined ? Prisma.sql`true` : Prisma.sql`item.id = ${only}`;
  return on.$queryRaw<StockListed[]>`
    select item.id as "itemId",
      jsonb_agg(jsonb_build_object('giftId', gift.id, 'sku', variant.sku,
        'titleEn', gift.title_en || case when variant.name_en = '' then '' else ' · ' || variant.name_en end,
        'titleZh', gift.title_zh || case when variant.name_zh = '' then '' else ' · ' || variant.name_zh end)
        order by gift.position, variant.position, variant.id) as names,
      bool_and(gift.archived_at is not null or variant.archived_at is not null) as "isArchived",
      bool_and(gift.fulfilment = 'voucher') as "isPaper",
      max(gift.low_at) as "lowAt",
      (select coalesce(jsonb_agg(jsonb_build_object('storeId', store_id, 'onHand', on_hand, 'reserved', reserved)
          order by store_id nulls first), '[]')
        from stock_level where item_id = item.id) as shelves
    from stock_item item join gift_variant variant on variant.stock_item_id = item.id
    join gift on gift.id = variant.gift_id
    where ${which}
    group by item.id
    order by min(gift.position), min(variant.position), item.id`;
}
