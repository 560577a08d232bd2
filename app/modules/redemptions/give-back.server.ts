import { cancelSpend } from "#app/modules/ledger/cancel-spend.server.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import { cancelPayment } from "#app/modules/payments/cancel-payment.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { lockShelves, moveStock } from "#app/modules/stock/move-stock.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { LockedRedemption } from "./lock-redemption.server.ts";
import { isPromised } from "./redemption.ts";
import type { Step } from "./take-step.server.ts";

/** Puts the pieces of a redemption back: what was promised is free again, what had left its shelf returns to it. */
export async function putBackStock(
  tx: Db,
  redemption: LockedRedemption,
  by: number | null,
): Promise<void> {
  const { id: redemptionId, stockItemId: itemId, stockStoreId: storeId, quantity } = redemption;
  await lockShelves(tx, [itemId]);
  await moveStock(tx, [
    isPromised(redemption.state)
      ? { itemId, storeId, kind: "release", reserved: -quantity, redemptionId, by }
      : { itemId, storeId, kind: "return", onHand: quantity, redemptionId, by },
  ]);
}

/**
 * Gives the points of a redemption back: the same lots with their own dates, and what lapsed in between as a
 * grace lot.
 *
 * @returns whether there were any.
 */
export async function giveBackPoints(
  tx: Db,
  redemption: LockedRedemption,
  why: { reason: string; by: number | null },
): Promise<boolean> {
  if (redemption.entryId === null) return false;
  const { rules } = rulesAt(await loadRuleBook(tx), redemption.now);
  const answer = await cancelSpend(tx, {
    scope: "gift-cancelled",
    key: String(redemption.id),
    entryId: toPoints(redemption.entryId),
    graceDays: rules.lapse.graceLotDays,
    meta: {
      for: "cancellation",
      reason: why.reason,
      title: redemption.titleEn,
      titleZh: redemption.titleZh,
      ...(redemption.quantity > 1 && { quantity: redemption.quantity }),
      ...(why.by !== null && { by: why.by }),
    },
  });
  if (!answer.ok) throw new Error(`Redemption ${redemption.id}: ${answer.refusal}.`);
  return true;
}

/**
 * Lets go of the money part, where it has not been paid. What was paid stays paid: refunding it is finance's own
 * act, for which it waits on their page from now on. Where its owner may be paying online at this moment nothing is let go: the
 * step is refused.
 */
export async function letMoneyGo({ tx, redemption, refuse }: Step): Promise<void> {
  if (redemption.paymentId === null) return;
  const answer = await cancelPayment(tx, redemption.paymentId);
  if (!answer.ok && answer.refusal === "being-paid") refuse({ refusal: answer.refusal });
}

/** Whether nothing is owed for it any more. */
export async function isPaidFor(tx: Db, { paymentId }: LockedRedemption): Promise<boolean> {
  if (paymentId === null) return true;
  return (await tx.payment.count({ where: { id: paymentId, state: "paid" } })) > 0;
}
