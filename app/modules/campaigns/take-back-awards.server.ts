import { reverseEntry } from "#app/modules/ledger/reverse-entry.server.ts";
import { withdrawHouseGift } from "#app/modules/redemptions/house-gift.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { giftTitle, VARIANT } from "./load-promises.server.ts";

/**
 * Takes back what campaigns brought beside a lead's reward that no longer stands. A gift is taken back until it is in
 * somebody's hands; one that is stays theirs, and counts for the next delivery of the same lead.
 *
 * @param what.hasLeft the referrer's account is gone, which owes nothing.
 * @param what.reason which the referrer reads; see leads/stage.ts.
 * @returns the points that were taken back, and the gift.
 */
export async function takeBackAwards(
  tx: Db,
  what: { rewardId: number; reason: string; hasLeft: boolean; now: Date },
): Promise<{ points: number; gift: InBoth | null }> {
  const { rewardId, reason, hasLeft, now } = what;
  const awards = await tx.campaignAward.findMany({
    where: { rewardId, takenBackAt: null },
    // Gifts first: shelves are locked before accounts.
    orderBy: [{ what: "asc" }, { id: "asc" }],
    include: { variant: { select: VARIANT } },
  });
  let points = 0;
  let gift: InBoth | null = null;
  for (const award of awards) {
    const { id, redemptionId, entryId } = award;
    if (award.handedOutAt !== null) continue;
    if (redemptionId !== null && (await withdrawHouseGift(tx, redemptionId)) === "kept") continue;
    await tx.campaignAward.update({
      where: { id },
      data: { takenBackAt: now, takenBackReason: reason, waits: null },
      select: { id: true },
    });
    if (award.variant && award.notGiven === null) gift = giftTitle(award.variant);
    if (entryId === null || hasLeft) continue;
    points += award.points;
    await reverseEntry(
      tx,
      {
        ...{ scope: "campaign", key: `${id}/back`, entryId: Number(entryId) },
        meta: { for: "correction", reason },
      },
      now,
    );
  }
  return { points, gift };
}
