import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { isPaidFor } from "./give-back.server.ts";
import type { Collector } from "./redemption.ts";
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
      letter: () => writeRedemptionLetter(tx, id, "collected"),
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
