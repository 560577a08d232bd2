import { Prisma } from "#app/generated.server/prisma/client.ts";
import { wholeTitle } from "#app/modules/gifts/offered-gifts.server.ts";
import { lockShelves } from "#app/modules/stock/move-stock.server.ts";
import { promisePieces } from "#app/modules/stock/promise-piece.server.ts";
import { stockOf } from "#app/modules/stock/stock-sql.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";

/** What is to be kept of a prize: nothing, where it is no gift of the catalogue. */
type PrizePieces = { variantId: number | null; count: number };

/** A gift of which fewer pieces are free than prizes need. */
export type ShortGift = { title: InBoth; wanted: number; free: number };

/** The gifts that prizes need more of than is free. What shares a stock is counted, and named, together. */
export async function findShortGifts(on: Db, prizes: readonly PrizePieces[]): Promise<ShortGift[]> {
  const gifts = prizes.filter(({ variantId }) => variantId !== null);
  if (gifts.length === 0) return [];
  return on.$queryRaw<ShortGift[]>`
    select jsonb_build_object('en', string_agg(${wholeTitle("en")}, ', ' order by variant.id),
        'zh', string_agg(${wholeTitle("zh")}, '、' order by variant.id)) as title,
      sum(wanted.count)::int as wanted, shelves.free
    from (select "variantId", sum(count) as count
        from jsonb_to_recordset(${JSON.stringify(gifts)}::jsonb) as prize("variantId" int, count int)
        group by "variantId") wanted
    join gift_variant variant on variant.id = wanted."variantId"
    join gift on gift.id = variant.gift_id
    cross join lateral ${stockOf(Prisma.sql`level.item_id = variant.stock_item_id`)} shelves
    group by variant.stock_item_id, shelves.free
    having sum(wanted.count) > shelves.free
    order by min(gift.position), min(variant.id)`;
}

export type PiecesKept =
  /** Of each prize, in their order, the promises of its pieces; none of a prize that is no gift. */
  { ok: true; promises: number[][] } | { ok: false; short: ShortGift[] };

/**
 * Keeps every piece of some prizes that are gifts. Where there are too few of one, some may have been kept already: the
 * caller's transaction must not stay.
 *
 * @param reason for people, beside the movements.
 */
export async function keepPieces(
  tx: Db,
  prizes: readonly PrizePieces[],
  { reason, by }: { reason: string; by: number },
): Promise<PiecesKept> {
  const ids = prizes.flatMap(({ variantId }) => variantId ?? []);
  if (ids.length === 0) return { ok: true, promises: prizes.map(() => []) };
  const variants = await tx.giftVariant.findMany({
    where: { id: { in: ids } },
    select: { id: true, stockItemId: true },
  });
  const itemOf = new Map(variants.map(({ id, stockItemId }) => [id, stockItemId]));
  await lockShelves(tx, [...new Set(itemOf.values())]);
  const short = await findShortGifts(tx, prizes);
  if (short.length > 0) return { ok: false, short };
  const promises: number[][] = [];
  for (const { variantId, count } of prizes) {
    const itemId = variantId === null ? undefined : itemOf.get(variantId);
    if (variantId === null || itemId === undefined) {
      promises.push([]);
      continue;
    }
    const gift = { itemId, variantId, purpose: "draw-prize", reason } as const;
    const kept = await promisePieces(tx, { ...gift, at: null, by }, count);
    if (!kept) throw new Error(`Gift ${variantId} was free and is not.`);
    promises.push(kept);
  }
  return { ok: true, promises };
}
