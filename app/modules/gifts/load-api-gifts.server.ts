import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { GiftsAnswer } from "#app/modules/api/gift-schemas.ts";
import { stockOf } from "#app/modules/stock/stock-sql.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { isShown } from "./gift-sql.server.ts";

/** The gifts that members see at this moment, as other programs get them, in the order in which they are shown. */
export async function loadApiGifts(on: Db): Promise<GiftsAnswer> {
  const rows = await on.$queryRaw<{ gift: GiftsAnswer["gifts"][number] }[]>`
    select jsonb_build_object(
      'id', gift.id, 'sku', gift.sku, 'kind', gift.kind,
      'title', jsonb_build_object('en', gift.title_en, 'zh', gift.title_zh),
      'about', jsonb_build_object('en', gift.about_en, 'zh', gift.about_zh),
      'points', gift.points, 'money_minor', gift.money_minor, 'currency', gift.currency,
      'tier', gift.tier, 'fulfilment', gift.fulfilment, 'limit_per_member', gift.limit_per_member,
      'available_from', ${isoInstant(Prisma.sql`gift.available_from`)},
      'available_until', ${isoInstant(Prisma.sql`gift.available_until`)},
      'variants', (
        select jsonb_agg(jsonb_build_object('sku', variant.sku,
            'name', jsonb_build_object('en', variant.name_en, 'zh', variant.name_zh),
            'free', stock.free)
          order by variant.position, variant.id)
        from gift_variant variant
        cross join lateral ${stockOf(Prisma.sql`level.item_id = variant.stock_item_id`)} stock
        where variant.gift_id = gift.id and variant.archived_at is null)) as gift
    from gift
    where ${isShown(Prisma.sql`now()`)}
    order by gift.position, gift.id`;
  return { gifts: rows.map(({ gift }) => gift) };
}

const isoInstant = (instant: Prisma.Sql) =>
  Prisma.sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
