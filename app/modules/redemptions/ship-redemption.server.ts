import type { Actor } from "#app/modules/access/actor.ts";
import { lockShelves, moveStock } from "#app/modules/stock/move-stock.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { eachByItself } from "#app/platform/each-by-itself.server.ts";
import { giveBackPoints, isPaidFor, letMoneyGo } from "./give-back.server.ts";
import { writeRedemptionLetter } from "./redemption-letter.server.ts";
import { takeFromShelf } from "./take-from-shelf.server.ts";
import { type StepAnswer, takeStep } from "./take-step.server.ts";

/** Gives a parcel to a carrier: free text, and the number to follow it by. */
export async function shipRedemption(
  redemptionId: number,
  parcel: { carrier: string; trackingNumber: string },
  { by, address }: Actor,
): Promise<StepAnswer> {
  return takeStep(redemptionId, "ship", by, async ({ tx, redemption, refuse }) => {
    if (!(await isPaidFor(tx, redemption))) return refuse({ refusal: "unpaid" });
    const { id } = redemption;
    const shelf = await takeFromShelf(tx, redemption, by);
    if (!shelf) return refuse({ refusal: "out-of-stock" });
    await writeAudit(tx, {
      personId: by,
      action: "gift.shipped",
      subject: `redemption:${id}`,
      detail: { gift: redemption.titleEn, ...parcel },
      address,
    });
    return {
      data: { ...parcel, stockStoreId: shelf.storeId },
      detail: parcel,
      letter: () => writeRedemptionLetter(tx, id, "shipped"),
    };
  });
}

/**
 * The parcel has arrived.
 *
 * @param by null where nobody said so, and it has been on its way for long enough.
 */
export async function deliverRedemption(
  redemptionId: number,
  by: number | null,
): Promise<StepAnswer> {
  return takeStep(redemptionId, "deliver", by, async () => ({}));
}

/**
 * The parcel came back: its points go back, and its pieces to the shelf unless they are spoilt.
 *
 * @param back.toShelf false for what cannot be given to anybody else.
 */
export async function returnRedemption(
  redemptionId: number,
  back: { toShelf: boolean; reason: string },
  { by, address }: Actor,
): Promise<StepAnswer> {
  return takeStep(redemptionId, "return", by, async (step) => {
    const { tx, redemption } = step;
    const { id, stockItemId: itemId, stockStoreId: storeId, quantity } = redemption;
    await lockShelves(tx, [itemId]);
    if (back.toShelf) {
      await moveStock(tx, [
        { itemId, storeId, kind: "return", onHand: quantity, redemptionId: id, by },
      ]);
    }
    await giveBackPoints(tx, redemption, { reason: back.reason, by });
    await letMoneyGo(step);
    await writeAudit(tx, {
      personId: by,
      action: "gift.returned",
      subject: `redemption:${id}`,
      detail: { gift: redemption.titleEn, ...back },
      address,
    });
    return {
      detail: back,
      letter: () => writeRedemptionLetter(tx, id, "returned", { reason: back.reason }),
    };
  });
}

/** Days after which a parcel that did not come back is taken for delivered, and its address goes. */
const ARRIVED_AFTER_DAYS = 30;

/** As many as are looked at in one run; the next one goes on. */
const AT_ONCE = 500;

/**
 * Takes parcels for delivered that have been on their way for so long that nobody will say so any more. What
 * comes back later can still be taken back.
 *
 * @returns how many were.
 */
export async function deliverOldParcels(now = new Date()): Promise<number> {
  const since = new Date(now.getTime() - ARRIVED_AFTER_DAYS * 86_400_000);
  const old = await db().redemption.findMany({
    where: {
      state: "shipped",
      steps: { none: { step: "shipped", createdAt: { gt: since } } },
    },
    orderBy: { id: "asc" },
    take: AT_ONCE,
    select: { id: true },
  });
  return eachByItself(
    old,
    "a parcel could not be taken for delivered",
    async (id) => (await deliverRedemption(id, null)).ok,
  );
}
