import type { Actor } from "#app/modules/access/actor.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { lockShelves, moveStock } from "#app/modules/stock/move-stock.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { isPaidFor } from "./give-back.server.ts";
import { endOfWaiting } from "./make-ready.server.ts";
import { type Collector, STEP_OF } from "./redemption.ts";
import { writeRedemptionLetter } from "./redemption-letter.server.ts";
import { takeFromShelf } from "./take-from-shelf.server.ts";
import { type StepAnswer, takeStep } from "./take-step.server.ts";

export type HandingOver = {
  /** Whose it has to be: the desk looks at a member or a code, never at a number alone. */
  memberId: number;
  collector: Collector;
};

/**
 * Hands a gift to whoever stands at the desk. The name of a substitute stays with the redemption alone, so
 * that it goes when its owner leaves the club: steps and the audit log say only that there was one.
 */
export async function handOver(
  redemptionId: number,
  { memberId, collector }: HandingOver,
  { by, address }: Actor,
): Promise<StepAnswer> {
  return takeStep(redemptionId, "hand-over", by, async ({ tx, redemption, refuse }) => {
    if (redemption.memberId !== memberId) return refuse({ refusal: "no-such-redemption" });
    if (collector === "substitute" && redemption.collectorName === null) {
      return refuse({ refusal: "nobody-named" });
    }
    if (!(await isPaidFor(tx, redemption))) return refuse({ refusal: "unpaid" });
    const { id } = redemption;
    const undone = await tx.redemptionStep.count({ where: { redemptionId: id, step: UNDONE } });
    const shelf = await takeFromShelf(tx, redemption, by);
    if (!shelf) return refuse({ refusal: "out-of-stock" });
    await writeAudit(tx, {
      personId: by,
      action: "gift.handed-over",
      subject: `redemption:${id}`,
      detail: { gift: redemption.titleEn, collector },
      address,
    });
    return {
      data: { stockStoreId: shelf.storeId },
      detail: { collector },
      letter: () =>
        writeRedemptionLetter(tx, id, "collected", undone > 0 ? { occasion: `${undone}` } : {}),
    };
  });
}

const UNDONE = STEP_OF["undo-hand-over"];

/**
 * Takes back that a gift was handed over, which was a mistake: its pieces lie where they lay, promised to its owner as
 * before. As long as the club's rules allow, and nothing was exchanged meanwhile.
 *
 * @param reason for whoever asks later.
 */
export async function undoHandOver(
  redemptionId: number,
  reason: string,
  { by, address }: Actor,
): Promise<StepAnswer> {
  return takeStep(redemptionId, "undo-hand-over", by, async ({ tx, redemption, refuse }) => {
    const { id, now, collectBy, stockItemId: itemId, stockStoreId: storeId, quantity } = redemption;
    const last = await tx.redemptionStep.findFirst({
      where: { redemptionId: id, step: { in: [STEP_OF["hand-over"], STEP_OF.exchange] } },
      orderBy: { id: "desc" },
    });
    const { undoUseMinutes } = rulesAt(await loadRuleBook(tx), now).rules.gifts;
    const since = new Date(now.getTime() - undoUseMinutes * 60_000);
    if (last?.step !== STEP_OF["hand-over"] || last.createdAt < since) {
      return refuse({ refusal: "too-late" });
    }
    await lockShelves(tx, [itemId]);
    const pieces = { itemId, storeId, redemptionId: id, by };
    await moveStock(tx, [
      { ...pieces, kind: "return", onHand: quantity },
      { ...pieces, kind: "reserve", reserved: quantity },
    ]);
    await writeAudit(tx, {
      personId: by,
      action: "gift.hand-over-undone",
      subject: `redemption:${id}`,
      detail: { gift: redemption.titleEn, reason },
      address,
    });
    return {
      ...(collectBy === null && { state: "requested" as const }),
      // On its last day it was there in time: it waits anew, instead of ending at once.
      ...(collectBy && collectBy <= now && { data: { collectBy: await endOfWaiting(tx, now) } }),
      detail: { reason },
      letter: () => writeRedemptionLetter(tx, id, UNDONE, { occasion: String(last.id) }),
    };
  });
}

/**
 * Hands over several, each in a transaction of its own: what is in somebody's hands is written down, whatever
 * becomes of the others.
 *
 * @returns what became of each, in the order asked for.
 */
export async function handOverSeveral(
  redemptionIds: readonly number[],
  to: HandingOver,
  actor: Actor,
): Promise<{ redemptionId: number; answer: StepAnswer }[]> {
  const answers = [];
  for (const redemptionId of redemptionIds) {
    answers.push({ redemptionId, answer: await handOver(redemptionId, to, actor) });
  }
  return answers;
}
