import { Prisma } from "#app/generated.server/prisma/client.ts";

/**
 * Gifts of the catalogue that have no more free pieces than their keeper wanted to be told at, as a query of
 * gift_id, title_en, title_zh, low_at and free. Sizes that share a stock are counted once.
 */
export const LOW_GIFTS = Prisma.sql`
  select gift.id as gift_id, gift.title_en, gift.title_zh, gift.low_at, stock.free
  from gift cross join lateral (
    select coalesce(sum(greatest(0, on_hand - reserved)), 0)::int as free from stock_level
    where item_id in (select stock_item_id from gift_variant where gift_id = gift.id and archived_at is null)
  ) stock
  where gift.archived_at is null and gift.low_at is not null and stock.free <= gift.low_at`;
