import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { lockRedemption } from "./lock-redemption.server.ts";
import { isPromised } from "./redemption.ts";
import type { StepAnswer } from "./take-step.server.ts";

/**
 * An owner names somebody else who may collect what they took, or nobody any more. It can be changed until it is
 * handed over. That it was done is kept with its steps; the name is not, so that it can be taken away.
 */
export async function nameCollector(
  redemptionId: number,
  collectorName: string | null,
  who: { memberId: number; personId: number },
): Promise<StepAnswer> {
  return inRetriedTransaction<StepAnswer>(async (tx, rollBack) => {
    const redemption = await lockRedemption(tx, redemptionId);
    if (!redemption || redemption.memberId !== who.memberId) {
      return rollBack({ ok: false, refusal: "no-such-redemption" });
    }
    const { id, state, fulfilment } = redemption;
    if (fulfilment !== "collect" || !isPromised(state)) {
      return rollBack({ ok: false, refusal: "not-now", state });
    }
    await tx.redemption.update({ where: { id }, data: { collectorName } });
    const step = collectorName === null ? "collector-removed" : "collector-named";
    await tx.redemptionStep.create({
      data: { redemptionId: id, step, createdBy: who.personId },
    });
    return { ok: true, state };
  });
}
