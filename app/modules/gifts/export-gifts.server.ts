import { loadClub } from "#app/modules/club/load-club.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { BYTE_ORDER_MARK, csvLine } from "#app/platform/csv-line.ts";
import type { Db } from "#app/platform/db.server.ts";
import { columnName, type GiftColumn, giftColumns } from "./gift-file.ts";
import { loadDescribedGift } from "./load-described-gift.server.ts";
import { typeGift } from "./typed-gift.ts";

/**
 * All gifts in their order, archived ones too, as a CSV file in UTF-8 with a byte order mark: what the import takes.
 * Read back, it changes nothing. Sizes and colours stand below their gift. `stock` is what there is in all places, and
 * empty where a gift has several stocks, or one is shared. Column names are not translated: other programs go by them.
 */
export async function exportGifts(on: Db): Promise<string> {
  const { timeZone } = await loadClub(on);
  const how = { digits: 0, time: clubTime(timeZone) };
  const gifts = await on.$queryRaw<{ id: number; stock: number | null }[]>`
    select gift.id, case when stock.items = 1 and not stock.shared then (
        select coalesce(sum(on_hand), 0)::int from stock_level where item_id = stock.item_id) end as stock
    from gift cross join lateral (
      select count(distinct stock_item_id) as items, min(stock_item_id) as item_id, coalesce(bool_or(exists (
          select from gift_variant other
          where other.stock_item_id = variant.stock_item_id and other.gift_id <> gift.id)), false) as shared
      from gift_variant variant where gift_id = gift.id and archived_at is null) stock
    order by gift.position, gift.id`;
  const sizes = await loadSizes(on);
  let file = BYTE_ORDER_MARK + csvLine(giftColumns.map(columnName));
  for (const { id, stock } of gifts) {
    const saved = await loadDescribedGift(on, id);
    if (!saved) continue;
    const cells: Record<GiftColumn, string | number | null> = {
      ...typeGift(saved.gift, how),
      currency: saved.currency,
      stock,
      archived: saved.archivedAt === null ? "" : "yes",
      sizeOf: "",
      sizeEn: "",
      sizeZh: "",
    };
    file += csvLine(giftColumns.map((column) => cells[column]));
    for (const size of sizes.get(id) ?? []) {
      const own: Partial<Record<GiftColumn, string | number | null>> = {
        ...size,
        sizeOf: saved.gift.sku,
        // What the gift's own row says is not said twice.
        stock: stock === null ? size.stock : null,
      };
      file += csvLine(giftColumns.map((column) => own[column] ?? ""));
    }
  }
  return file;
}

type Size = { sku: string; sizeEn: string; sizeZh: string; archived: string; stock: number | null };

/** The sizes and colours of gifts that have some: more than the one without a name that every gift begins with. */
async function loadSizes(on: Db): Promise<Map<number, Size[]>> {
  const rows = await on.$queryRaw<(Size & { giftId: number })[]>`
    select variant.gift_id as "giftId", variant.sku, variant.name_en as "sizeEn", variant.name_zh as "sizeZh",
      case when variant.archived_at is null then '' else 'yes' end as archived,
      case when not exists (select from gift_variant other
          where other.stock_item_id = variant.stock_item_id and other.id <> variant.id) then (
        select coalesce(sum(on_hand), 0)::int from stock_level where item_id = variant.stock_item_id) end as stock
    from gift_variant variant
    where variant.name_en <> '' or variant.name_zh <> ''
    order by variant.gift_id, variant.position, variant.id`;
  const sizes = new Map<number, Size[]>();
  for (const { giftId, ...size } of rows) {
    sizes.set(giftId, [...(sizes.get(giftId) ?? []), size]);
  }
  return sizes;
}
