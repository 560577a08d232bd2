import type { Actor } from "#app/modules/access/actor.ts";
import { moveStock } from "#app/modules/stock/move-stock.server.ts";
import { newStockItem } from "#app/modules/stock/new-stock-item.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Fulfilment, GiftDates, GiftKind, GiftPrice, GiftTier } from "./gift.ts";

/** A gift as whoever keeps the catalogue describes it. Money is in the currency's minor unit. */
export type GiftDetails = GiftPrice &
  Omit<GiftDates, "archivedAt"> & {
    /** Upper case letters, figures, dots, dashes. */
    sku: string;
    kind: GiftKind;
    titleEn: string;
    titleZh: string;
    aboutEn: string;
    aboutZh: string;
    currency: string;
    costMinor: number | null;
    tier: GiftTier;
    limitPerMember: number | null;
    limitTotal: number | null;
    fulfilment: Fulfilment;
    voucherUses: number;
    voucherDays: number;
    drawing: string | null;
    lowAt: number | null;
    position: number;
  };

/**
 * Adds a gift to the catalogue, with one variant that has no name, and the pieces there are of it in the store
 * room.
 *
 * @returns its id, or null where another gift has its SKU.
 */
export async function createGift(
  tx: Db,
  gift: { details: GiftDetails; pieces: number },
  actor: Actor,
): Promise<number | null> {
  const { details, pieces } = gift;
  if (await isSkuTaken(tx, details.sku, null)) return null;
  const itemId = await newStockItem(tx);
  const { id } = await tx.gift.create({
    data: {
      ...details,
      createdBy: actor.by,
      variants: { create: { sku: details.sku, stockItemId: itemId } },
    },
    select: { id: true },
  });
  if (pieces > 0) {
    await moveStock(tx, [{ itemId, storeId: null, kind: "in", onHand: pieces, by: actor.by }]);
  }
  await writeAudit(tx, {
    personId: actor.by,
    action: "gift.created",
    subject: `gift:${id}`,
    detail: { gift: details.titleEn, points: details.points, pieces },
    address: actor.address,
  });
  return id;
}

/**
 * Whether another gift, or a size of one, has a SKU.
 *
 * @param giftId whose own it may be.
 */
export async function isSkuTaken(tx: Db, sku: string, giftId: number | null): Promise<boolean> {
  const others = giftId === null ? undefined : { not: giftId };
  const gifts = await tx.gift.count({ where: { sku, id: others } });
  return gifts > 0 || (await tx.giftVariant.count({ where: { sku, giftId: others } })) > 0;
}
