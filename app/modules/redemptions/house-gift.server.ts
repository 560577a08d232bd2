import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadOfferedVariants } from "#app/modules/gifts/offered-gifts.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { lockShelves } from "#app/modules/stock/move-stock.server.ts";
import { shelfFor } from "#app/modules/stock/shelf.ts";
import { hasBeenUsed } from "#app/modules/vouchers/has-been-used.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { putBackStock } from "./give-back.server.ts";
import { keepRedemption } from "./keep-redemption.server.ts";
import { lockRedemption } from "./lock-redemption.server.ts";
import { lockMember } from "./redeem-gift.server.ts";
import { afterAct } from "./redemption.ts";

export type HouseGift = {
  memberId: number;
  /** The person of that member: it is theirs from now on, as if they had taken it. */
  personId: number;
  variantId: number;
  /** Where it is collected, if that store is open; otherwise the club's first. */
  storeId: number | null;
  /** Given twice under one key it is given once. */
  requestKey: string;
};

/**
 * Gives a member a gift of the catalogue from the house: a redemption of no points, with its piece promised. What the
 * catalogue asks of those who take it for points (tier, dates, limits) does not hold here.
 *
 * @returns its id; null where no piece is free, or it is neither collected nor a voucher.
 */
export async function giveHouseGift(tx: Db, give: HouseGift): Promise<number | null> {
  const member = await lockMember(tx, give.memberId);
  const [variant] = await loadOfferedVariants(tx, [give.variantId]);
  if (!variant || variant.archivedAt || variant.fulfilment === "ship") return null;
  const isCollected = variant.fulfilment === "collect";
  const collectStoreId = isCollected ? await collectAt(tx, give.storeId) : null;
  if (isCollected && collectStoreId === null) return null;
  const shelves = await lockShelves(tx, [variant.stockItemId]);
  const shelf = shelfFor(shelves, 1, collectStoreId);
  if (!shelf) return null;
  const { timeZone } = await loadClub(tx);
  const time = clubTime(timeZone);
  const kept = await keepRedemption(tx, {
    variant,
    quantity: 1,
    price: { points: 0, moneyMinor: 0 },
    stockStoreId: shelf.storeId,
    collectStoreId,
    collectorName: null,
    address: null,
    requestKey: give.requestKey,
    member,
    by: give.personId,
    today: time.dayOf(member.now),
    time,
    rules: rulesAt(await loadRuleBook(tx), member.now).rules,
  });
  return kept.ok ? kept.id : null;
}

async function collectAt(tx: Db, storeId: number | null): Promise<number | null> {
  const open = await tx.store.findMany({
    where: { closedAt: null, askedSince: null },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return (open.find(({ id }) => id === storeId) ?? open[0])?.id ?? null;
}

/**
 * Takes a gift of the house back, as long as nobody has it in their hands: its piece is free again.
 *
 * @returns `kept` where it was handed out, or its voucher used; `ended` where it had come to nothing before.
 */
export async function withdrawHouseGift(
  tx: Db,
  redemptionId: number,
): Promise<"withdrawn" | "kept" | "ended"> {
  const redemption = await lockRedemption(tx, redemptionId);
  if (!redemption) return "ended";
  const { state } = redemption;
  if (state === "cancelled" || state === "lapsed" || state === "returned") return "ended";
  if (afterAct(redemption, "cancel") === null || (await hasBeenUsed(tx, redemptionId))) {
    return "kept";
  }
  await putBackStock(tx, redemption, null);
  await tx.redemption.update({
    where: { id: redemptionId },
    data: { state: "cancelled", collectorName: null },
    select: { id: true },
  });
  await tx.redemptionStep.create({ data: { redemptionId, step: "cancelled" } });
  return "withdrawn";
}
