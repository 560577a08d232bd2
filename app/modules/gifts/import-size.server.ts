import type { Actor } from "#app/modules/access/actor.ts";
import { correctStock } from "#app/modules/stock/correct-stock.server.ts";
import { moveStock } from "#app/modules/stock/move-stock.server.ts";
import { readPieces } from "#app/modules/stock/read-pieces.ts";
import type { Db } from "#app/platform/db.server.ts";
import { NewVariantForm } from "./forms.ts";
import type { GiftRow, GiftRowOutcome, GiftRowRefusal } from "./gift-file.ts";
import { addVariantIn, archiveVariantIn, changeVariantIn } from "./variants.server.ts";

type SizeRow = GiftRow & { sku: string; size: NonNullable<GiftRow["size"]> };

/**
 * Takes a row of a file that is a size or colour, in the caller's transaction, of which nothing must stay where it is
 * rejected. A new one has a stock of its own, and the row's pieces as its first delivery.
 *
 * @param how.takeStock a stock that differs is taken for what was counted; `empty`: gifts that are new in this file and
 *   came without pieces, so that those of the size that they began with are a first delivery too.
 */
export async function takeSize(
  tx: Db,
  row: SizeRow,
  how: { takeStock: boolean; empty: ReadonlySet<number> },
  actor: Actor,
): Promise<GiftRowOutcome> {
  const { line, sku, size } = row;
  const rejected = (why: GiftRowRefusal): GiftRowOutcome => ({
    line,
    sku,
    outcome: "rejected",
    ...why,
  });
  const gift = await tx.gift.findUnique({ where: { sku: size.of }, select: { id: true } });
  if (!gift) return rejected({ reason: "no-such-gift" });
  const known = await tx.giftVariant.findUnique({ where: { sku } });
  if (known && known.giftId !== gift.id) return rejected({ reason: "sku-taken" });
  const written = NewVariantForm.safeParse({
    sku,
    nameEn: size.nameEn ?? known?.nameEn,
    nameZh: size.nameZh ?? known?.nameZh,
  });
  if (!written.success) {
    const isSku = written.error.issues.some(({ path }) => path[0] === "sku");
    return rejected(
      isSku
        ? { reason: "fields", errors: [{ field: "sku", error: "giftKeeping.error.sku" }] }
        : { reason: "size-name" },
    );
  }
  const pieces = row.stock === null ? null : readPieces(row.stock, 0);
  if (row.stock !== null && pieces === null) return rejected({ reason: "stock" });

  if (!known) {
    const added = await addVariantIn(tx, gift.id, written.data, actor);
    if (!added.ok) return rejected({ reason: "sku-taken" });
    const { id, stockItemId: itemId } = await tx.giftVariant.findUniqueOrThrow({ where: { sku } });
    await deliver(itemId);
    if (row.archived) await archiveVariantIn(tx, gift.id, id, true, actor);
    return { line, sku, outcome: "new", pieces: pieces ?? 0 };
  }

  const fields: ("sizeEn" | "sizeZh" | "archived" | "stock")[] = [];
  const { nameEn, nameZh } = written.data;
  if (nameEn !== known.nameEn) fields.push("sizeEn");
  if (nameZh !== known.nameZh) fields.push("sizeZh");
  if (fields.length > 0) await changeVariantIn(tx, gift.id, known.id, written.data, actor);
  if (row.archived !== null && row.archived !== (known.archivedAt !== null)) {
    const moved = await archiveVariantIn(tx, gift.id, known.id, row.archived, actor);
    if (!moved.ok) return rejected({ reason: "last-variant" });
    fields.push("archived");
  }
  if (how.empty.has(gift.id)) {
    if (await deliver(known.stockItemId)) fields.push("stock");
  } else if (how.takeStock && pieces !== null) {
    const counted = { giftId: gift.id, variantId: known.id, pieces, reason: "import" };
    const corrected = await correctStock(tx, counted, actor);
    if (!corrected.ok) return rejected({ reason: corrected.refusal });
    if (corrected.difference !== 0) fields.push("stock");
  }
  if (fields.length === 0) return { line, sku, outcome: "unchanged" };
  return { line, sku, outcome: "changed", fields, savers: 0 };

  async function deliver(itemId: number): Promise<boolean> {
    if (!pieces) return false;
    const delivered = { kind: "in", onHand: pieces, by: actor.by } as const;
    await moveStock(tx, [{ itemId, storeId: null, ...delivered }]);
    return true;
  }
}
