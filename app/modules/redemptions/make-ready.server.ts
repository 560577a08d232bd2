import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { lockShelves, moveStock } from "#app/modules/stock/move-stock.server.ts";
import { addDays, clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { LockedRedemption } from "./lock-redemption.server.ts";
import { writeRedemptionLetter } from "./redemption-letter.server.ts";
import { type StepAnswer, takeStep } from "./take-step.server.ts";

/**
 * Says that a gift lies ready at the store where it is collected, and tells its owner until when. Where it was
 * promised from another shelf, that is two movements: out there, in here.
 *
 * @param by somebody of the staff.
 */
export async function makeReady(redemptionId: number, by: number): Promise<StepAnswer> {
  return takeStep(redemptionId, "make-ready", by, async ({ tx, redemption }) => {
    await bringToStore(tx, redemption, by);
    const [{ timeZone }, book] = [await loadClub(tx), await loadRuleBook(tx)];
    const time = clubTime(timeZone);
    const { collectWithinDays } = rulesAt(book, redemption.now).rules.gifts;
    const collectBy = time.endOfDay(addDays(time.dayOf(redemption.now), collectWithinDays));
    return {
      data: { collectBy, stockStoreId: redemption.collectStoreId },
      letter: () => writeRedemptionLetter(tx, redemption.id, "ready"),
    };
  });
}

/** Moves promised pieces to the shelf of the store where they will be collected. */
export async function bringToStore(
  tx: Db,
  redemption: LockedRedemption,
  by: number | null,
): Promise<void> {
  const { stockItemId: itemId, quantity, id, collectStoreId, stockStoreId } = redemption;
  if (stockStoreId === collectStoreId) return;
  await lockShelves(tx, [itemId]);
  const pieces = { itemId, redemptionId: id, by };
  await moveStock(tx, [
    {
      ...pieces,
      storeId: stockStoreId,
      kind: "transfer-out",
      onHand: -quantity,
      reserved: -quantity,
    },
    {
      ...pieces,
      storeId: collectStoreId,
      kind: "transfer-in",
      onHand: quantity,
      reserved: quantity,
    },
  ]);
}
