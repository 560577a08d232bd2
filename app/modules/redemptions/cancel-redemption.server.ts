import type { Actor } from "#app/modules/access/actor.ts";
import { hasBeenUsed } from "#app/modules/vouchers/has-been-used.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { endCheckoutOf } from "./end-checkout-of.server.ts";
import { giveBackPoints, letMoneyGo, putBackStock } from "./give-back.server.ts";
import { ownerMayCancel } from "./redemption.ts";
import { writeRedemptionLetter } from "./redemption-letter.server.ts";
import { type StepAnswer, takeStep } from "./take-step.server.ts";

/** A member thinks better of it, before it was laid out for them. Cancelled is final. */
export async function cancelOwnRedemption(
  redemptionId: number,
  who: { memberId: number; personId: number },
): Promise<StepAnswer> {
  await endCheckoutOf(redemptionId, who.memberId);
  return takeStep(redemptionId, "cancel", who.personId, async (step) => {
    const { tx, redemption, refuse } = step;
    if (redemption.memberId !== who.memberId) return refuse({ refusal: "no-such-redemption" });
    const { state } = redemption;
    if (!ownerMayCancel(state)) return refuse({ refusal: "not-now", state });
    await putBackStock(tx, redemption, who.personId);
    await giveBackPoints(tx, redemption, { reason: "gift-cancelled", by: who.personId });
    await letMoneyGo(step);
    return { letter: () => writeRedemptionLetter(tx, redemption.id, "cancelled") };
  });
}

/**
 * Staff cancel it: the points and the stock go back. A voucher that was used, if only in part, cannot be. What they
 * took themselves they cancel as its owner.
 *
 * @param reason in words that the member reads.
 */
export async function cancelRedemption(
  redemptionId: number,
  reason: string,
  { by, address }: Actor,
): Promise<StepAnswer> {
  await endCheckoutOf(redemptionId);
  return takeStep(redemptionId, "cancel", by, async (step) => {
    const { tx, redemption, refuse } = step;
    if (redemption.ownerId === by) return refuse({ refusal: "own" });
    if (await hasBeenUsed(tx, redemption.id)) return refuse({ refusal: "voucher-used" });
    await putBackStock(tx, redemption, by);
    await giveBackPoints(tx, redemption, { reason, by });
    await letMoneyGo(step);
    await writeAudit(tx, {
      personId: by,
      action: "redemption.cancelled",
      subject: `redemption:${redemption.id}`,
      detail: { gift: redemption.titleEn, reason, points: redemption.points },
      address,
    });
    return {
      detail: { reason },
      letter: () => writeRedemptionLetter(tx, redemption.id, "cancelled", { reason }),
    };
  });
}
