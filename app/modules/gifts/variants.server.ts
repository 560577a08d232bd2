import type { Actor } from "#app/modules/access/actor.ts";
import { newStockItem } from "#app/modules/stock/new-stock-item.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { isSkuTaken } from "./create-gift.server.ts";
import type { VariantWritten } from "./forms.ts";

export type VariantAnswer =
  | { ok: true }
  | { ok: false; refusal: "no-such-gift" | "sku-taken" | "no-such-stock" | "last-variant" };

/**
 * Adds a size or colour to a gift, behind the others, with a stock of its own or that of another size: of this gift,
 * or of another that is the same thing on the shelf.
 */
export async function addVariant(
  giftId: number,
  variant: VariantWritten,
  actor: Actor,
): Promise<VariantAnswer> {
  return inRetriedTransaction<VariantAnswer>((tx) => addVariantIn(tx, giftId, variant, actor));
}

/** The same in the caller's transaction. */
export async function addVariantIn(
  tx: Db,
  giftId: number,
  variant: VariantWritten,
  actor: Actor,
): Promise<VariantAnswer> {
  if (!(await lockGift(tx, giftId))) return { ok: false, refusal: "no-such-gift" };
  if (await isSkuTaken(tx, variant.sku, null)) return { ok: false, refusal: "sku-taken" };
  const shared =
    variant.sharesWith === null
      ? null
      : await tx.giftVariant.findUnique({ where: { id: variant.sharesWith } });
  if (variant.sharesWith !== null && !shared) return { ok: false, refusal: "no-such-stock" };
  const { _max } = await tx.giftVariant.aggregate({
    where: { giftId },
    _max: { position: true },
  });
  await tx.giftVariant.create({
    data: {
      giftId,
      sku: variant.sku,
      nameEn: variant.nameEn,
      nameZh: variant.nameZh,
      position: (_max.position ?? -1) + 1,
      stockItemId: shared?.stockItemId ?? (await newStockItem(tx)),
    },
  });
  await note(tx, giftId, variant.sku, actor);
  return { ok: true };
}

/** Gives a size or colour other names or another SKU. */
export async function changeVariant(
  giftId: number,
  variantId: number,
  variant: Pick<VariantWritten, "sku" | "nameEn" | "nameZh">,
  actor: Actor,
): Promise<VariantAnswer> {
  return inRetriedTransaction<VariantAnswer>((tx) =>
    changeVariantIn(tx, giftId, variantId, variant, actor),
  );
}

/** The same in the caller's transaction. */
export async function changeVariantIn(
  tx: Db,
  giftId: number,
  variantId: number,
  variant: Pick<VariantWritten, "sku" | "nameEn" | "nameZh">,
  actor: Actor,
): Promise<VariantAnswer> {
  if (!(await lockGift(tx, giftId))) return { ok: false, refusal: "no-such-gift" };
  const own = await tx.giftVariant.findUnique({ where: { id: variantId, giftId } });
  if (!own) return { ok: false, refusal: "no-such-gift" };
  if (own.sku !== variant.sku && (await isSkuTaken(tx, variant.sku, giftId))) {
    return { ok: false, refusal: "sku-taken" };
  }
  const taken = { sku: variant.sku, id: { not: variantId } };
  if ((await tx.giftVariant.count({ where: taken })) > 0) {
    return { ok: false, refusal: "sku-taken" };
  }
  const { sku, nameEn, nameZh } = variant;
  await tx.giftVariant.update({ where: { id: variantId }, data: { sku, nameEn, nameZh } });
  await note(tx, giftId, sku, actor);
  return { ok: true };
}

/** Takes a size out of the catalogue, or puts it back. The last one stays: its gift is archived instead. */
export async function archiveVariant(
  giftId: number,
  variantId: number,
  archived: boolean,
  actor: Actor,
): Promise<VariantAnswer> {
  return inRetriedTransaction<VariantAnswer>((tx) =>
    archiveVariantIn(tx, giftId, variantId, archived, actor),
  );
}

/** The same in the caller's transaction. */
export async function archiveVariantIn(
  tx: Db,
  giftId: number,
  variantId: number,
  archived: boolean,
  actor: Actor,
): Promise<VariantAnswer> {
  if (!(await lockGift(tx, giftId))) return { ok: false, refusal: "no-such-gift" };
  const own = await tx.giftVariant.findUnique({ where: { id: variantId, giftId } });
  if (!own) return { ok: false, refusal: "no-such-gift" };
  const others = { giftId, archivedAt: null, id: { not: variantId } };
  if (archived && (await tx.giftVariant.count({ where: others })) === 0) {
    return { ok: false, refusal: "last-variant" };
  }
  if ((own.archivedAt !== null) === archived) return { ok: true };
  const archivedAt = archived ? new Date() : null;
  await tx.giftVariant.update({ where: { id: variantId }, data: { archivedAt } });
  await note(tx, giftId, own.sku, actor);
  return { ok: true };
}

/** Sizes of one gift are changed one at a time, so that two people do not take out the last two. */
async function lockGift(tx: Db, giftId: number): Promise<boolean> {
  const rows = await tx.$queryRaw<
    unknown[]
  >`select id from gift where id = ${giftId} for no key update`;
  return rows.length > 0;
}

function note(tx: Db, giftId: number, sku: string, actor: Actor): Promise<void> {
  return writeAudit(tx, {
    personId: actor.by,
    action: "gift.variant-changed",
    subject: `gift:${giftId}`,
    detail: { variant: sku },
    address: actor.address,
  });
}
