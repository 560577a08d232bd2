import { Prisma } from "#app/generated.server/prisma/client.ts";
import { ofGift, stockOf } from "./stock-sql.server.ts";

/**
 * Gifts of the catalogue that have no more free pieces than their keeper wanted to be told at, as a query of
 * gift_id, title_en, title_zh, low_at and free.
 */
export const LOW_GIFTS = Prisma.sql`
  select gift.id as gift_id, gift.title_en, gift.title_zh, gift.low_at, stock.free
  from gift cross join lateral ${stockOf(ofGift)} stock
  where gift.archived_at is null and gift.low_at is not null and stock.free <= gift.low_at`;
