import type { Actor } from "#app/modules/access/actor.ts";
import { lockShelves, moveStock } from "#app/modules/stock/move-stock.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { isPaidFor } from "./give-back.server.ts";
import { writeRedemptionLetter } from "./redemption-letter.server.ts";
import { type StepAnswer, takeStep } from "./take-step.server.ts";

/**
 * Hands a gift to whoever stands at the desk.
 *
 * @param to.memberId whose it has to be: the desk looks at a member or a code, never at a number alone.
 * @param to.collector the name of whoever took it, where that is not the owner.
 */
export async function handOver(
  redemptionId: number,
  to: { memberId: number; collector: string | null },
  actor: Actor,
): Promise<StepAnswer> {
  const { by, address } = actor;
  return takeStep(redemptionId, "hand-over", by, async ({ tx, redemption, refuse }) => {
    if (redemption.memberId !== to.memberId) return refuse({ refusal: "no-such-redemption" });
    if (!(await isPaidFor(tx, redemption))) return refuse({ refusal: "unpaid" });
    const { id, stockItemId: itemId, stockStoreId: storeId, quantity } = redemption;
    await lockShelves(tx, [itemId]);
    await moveStock(tx, [
      {
        itemId,
        storeId,
        kind: "hand-over",
        onHand: -quantity,
        reserved: -quantity,
        redemptionId: id,
        by,
      },
    ]);
    await writeAudit(tx, {
      personId: by,
      action: "gift.handed-over",
      subject: `redemption:${id}`,
      detail: { gift: redemption.titleEn, collector: to.collector },
      address,
    });
    return {
      detail: to.collector === null ? {} : { collector: to.collector },
      letter: () => writeRedemptionLetter(tx, id, "collected"),
    };
  });
}
