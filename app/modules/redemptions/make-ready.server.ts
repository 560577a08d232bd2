import type { Actor } from "#app/modules/access/actor.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { moveStock } from "#app/modules/stock/move-stock.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { addDays, clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { writeRedemptionLetter } from "./redemption-letter.server.ts";
import { findPieces } from "./take-from-shelf.server.ts";
import { type Step, type StepAnswer, takeStep } from "./take-step.server.ts";

/**
 * Says that a gift lies ready at the store where it is collected, and tells its owner until when. Where it was
 * promised from another shelf, that is two movements: out there, in here.
 *
 * @param by somebody of the staff.
 */
export async function makeReady(redemptionId: number, by: number): Promise<StepAnswer> {
  return takeStep(redemptionId, "make-ready", by, async (step) => {
    const { tx, redemption } = step;
    await bringToStore(step, by);
    return {
      data: {
        collectBy: await endOfWaiting(tx, redemption.now),
        stockStoreId: redemption.collectStoreId,
      },
      letter: () => writeRedemptionLetter(tx, redemption.id, "ready"),
    };
  });
}

/** Lays out several, each in a transaction of its own: one that cannot be keeps no other from its owner. */
export async function makeSeveralReady(
  redemptionIds: readonly number[],
  by: number,
): Promise<{ redemptionId: number; answer: StepAnswer }[]> {
  const answers = [];
  for (const redemptionId of redemptionIds) {
    answers.push({ redemptionId, answer: await makeReady(redemptionId, by) });
  }
  return answers;
}

/**
 * Lets a gift wait as long again, from today, and tells its owner.
 *
 * @param reason in words that the member reads.
 */
export async function extendWaiting(
  redemptionId: number,
  reason: string,
  { by, address }: Actor,
): Promise<StepAnswer> {
  return takeStep(redemptionId, "extend", by, async ({ tx, redemption }) => {
    const { id } = redemption;
    const collectBy = await endOfWaiting(tx, redemption.now);
    await writeAudit(tx, {
      personId: by,
      action: "redemption.extended",
      subject: `redemption:${id}`,
      detail: { gift: redemption.titleEn, reason },
      address,
    });
    const occasion = String(collectBy.getTime());
    return {
      data: { collectBy },
      detail: { reason },
      letter: () => writeRedemptionLetter(tx, id, "ready", { reason, occasion }),
    };
  });
}

/** The first instant at which what begins to wait now has not been collected in time. */
export async function endOfWaiting(tx: Db, now: Date): Promise<Date> {
  const [{ timeZone }, book] = [await loadClub(tx), await loadRuleBook(tx)];
  const time = clubTime(timeZone);
  const { collectWithinDays } = rulesAt(book, now).rules.gifts;
  return time.endOfDay(addDays(time.dayOf(now), collectWithinDays));
}

/** Moves promised pieces to the shelf of the store where they will be collected. */
async function bringToStore({ tx, redemption, refuse }: Step, by: number): Promise<void> {
  const shelf = await findPieces(tx, redemption, by);
  if (!shelf) return refuse({ refusal: "out-of-stock" });
  const [from, to] = [shelf.storeId, redemption.collectStoreId];
  if (from === to) return;
  const { id: redemptionId, stockItemId: itemId, quantity } = redemption;
  const pieces = { itemId, redemptionId, by };
  await moveStock(tx, [
    { ...pieces, storeId: from, kind: "transfer-out", onHand: -quantity, reserved: -quantity },
    { ...pieces, storeId: to, kind: "transfer-in", onHand: quantity, reserved: quantity },
  ]);
}
