import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { noteMissed } from "./note-missed.server.ts";
import {
  findTaken,
  lockMember,
  type RedemptionAnswer,
  type RedemptionRequest,
  redeemWithin,
} from "./redeem-gift.server.ts";

/**
 * Takes a gift for a member who stands at the desk, as they would take it themselves; the audit log says who did.
 *
 * @see redeemGift
 */
export async function redeemAtDesk(
  wanted: Omit<RedemptionRequest, "by">,
  { by, address }: Actor,
): Promise<RedemptionAnswer> {
  const request = { ...wanted, by };
  const { memberId } = request;
  const answer = await inRetriedTransaction<RedemptionAnswer>(async (tx, rollBack) => {
    await lockMember(tx, memberId);
    const before = await findTaken(tx, request);
    if (before) return before;
    const taken = await redeemWithin(tx, request);
    if (!taken.ok) return rollBack(taken);
    for (const id of taken.redemptionIds) {
      const { titleEn, quantity, points } = await tx.redemption.findUniqueOrThrow({
        where: { id },
        select: { titleEn: true, quantity: true, points: true },
      });
      await writeAudit(tx, {
        personId: by,
        action: "gift.taken-for-member",
        subject: `redemption:${id}`,
        detail: { gift: titleEn, pieces: quantity, points, memberId },
        address,
      });
    }
    return taken;
  });
  if (!answer.ok && answer.refusal === "out-of-stock") {
    await noteMissed(db(), memberId, answer.variantId);
  }
  return answer;
}
