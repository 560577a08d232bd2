import { Prisma } from "#app/generated.server/prisma/client.ts";
import { MISSED_LATELY, stockOf } from "#app/modules/stock/stock-sql.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { loadDescribedGift, type SavedGift } from "./load-described-gift.server.ts";

/** A size or colour as whoever keeps the gifts sees it. */
export type VariantListed = {
  variantId: number;
  sku: string;
  nameEn: string;
  nameZh: string;
  isArchived: boolean;
  stockItemId: number;
  /** SKUs of other sizes, of this gift or another, that are taken from the same stock. */
  sharedWith: string[];
  onHand: number;
  promised: number;
  free: number;
};

export type GiftPage = SavedGift & {
  variants: VariantListed[];
  photos: { photoId: number; smallId: number; mediumId: number }[];
  /** When each version of the small print was written, the latest first. */
  terms: { version: number; at: Date; by: string | null }[];
  savers: number;
  /** Redemptions of it that are under way. */
  underWay: number;
  /** Days on which members asked for it and there was none, in the last {@link MISSED_DAYS}. */
  missed: number;
};

/** All that the page of one gift shows; null where there is none of that id. */
export async function loadGiftPage(on: Db, giftId: number): Promise<GiftPage | null> {
  const saved = await loadDescribedGift(on, giftId);
  if (!saved) return null;
  const [row] = await on.$queryRaw<Omit<GiftPage, keyof SavedGift>[]>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('variantId', id, 'sku', sku, 'nameEn', name_en,
          'nameZh', name_zh, 'isArchived', archived_at is not null, 'stockItemId', stock_item_id,
          'sharedWith', (select coalesce(jsonb_agg(other.sku order by other.sku), '[]') from gift_variant other
            where other.stock_item_id = variant.stock_item_id and other.id <> variant.id),
          'onHand', stock.on_hand, 'promised', stock.promised, 'free', stock.free) order by position, id), '[]')
        from gift_variant variant
        cross join lateral ${stockOf(Prisma.sql`level.item_id = variant.stock_item_id`)} stock
        where gift_id = ${giftId}) as variants,
      (select coalesce(jsonb_agg(jsonb_build_object('photoId', id, 'smallId', small_id, 'mediumId', medium_id)
          order by position, id), '[]') from gift_photo where gift_id = ${giftId}) as photos,
      (select coalesce(jsonb_agg(jsonb_build_object('version', version, 'at', created_at,
          'by', (select name from person where id = created_by)) order by version desc), '[]')
        from gift_terms where gift_id = ${giftId}) as terms,
      (select count(*)::int from gift_goal where gift_id = ${giftId}) as savers,
      (select count(*)::int from redemption where gift_id = ${giftId}
        and state in ('requested', 'ready', 'shipped', 'issued')) as "underWay",
      (select count(*)::int from gift_missed where gift_id = ${giftId} and ${MISSED_LATELY}) as missed`;
  if (!row) throw new Error(`Gift ${giftId} cannot be read.`);
  return { ...saved, ...row };
}
