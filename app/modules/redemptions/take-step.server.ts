import type { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { type LockedRedemption, lockRedemption } from "./lock-redemption.server.ts";
import { afterAct, type RedemptionAct, type RedemptionState } from "./redemption.ts";

/** Why a step is not taken; nothing has changed then. */
export type StepRefusal =
  | { refusal: "no-such-redemption" }
  /** It stands elsewhere by now: whoever did the same before has done it. */
  | { refusal: "not-now"; state: RedemptionState }
  /** It was used already, if only in part. */
  | { refusal: "voucher-used" }
  /** Its money part has not been paid. */
  | { refusal: "unpaid" }
  /** No shelf has another piece. */
  | { refusal: "out-of-stock" };

export type StepAnswer = { ok: true; state: RedemptionState } | ({ ok: false } & StepRefusal);

/** What a step changes beside the state. */
export type StepChange = {
  data?: Prisma.RedemptionUncheckedUpdateInput;
  /** Kept with the step, for whoever asks later. */
  detail?: Prisma.InputJsonObject;
  /** What tells its owner, once the redemption stands in its new state. */
  letter?: () => Promise<void>;
};

export type Step = {
  tx: Db;
  redemption: LockedRedemption;
  /** Ends the step with nothing done. */
  refuse: (why: StepRefusal) => never;
};

/**
 * Takes a redemption one step on, in one transaction: locks it, asks whether the act can be done as it stands,
 * does what belongs to it, and writes down who did it and when.
 *
 * @param work moves stock and points, in that order.
 * @param by the person who acts; null where it happens by itself.
 */
export async function takeStep(
  id: number,
  act: RedemptionAct,
  by: number | null,
  work: (step: Step) => Promise<StepChange>,
): Promise<StepAnswer> {
  return inRetriedTransaction<StepAnswer>(async (tx, rollBack) => {
    const refuse = (why: StepRefusal) => rollBack({ ok: false, ...why });
    const redemption = await lockRedemption(tx, id);
    if (!redemption) return refuse({ refusal: "no-such-redemption" });
    const state = afterAct(redemption, act);
    if (!state) return refuse({ refusal: "not-now", state: redemption.state });
    const { data = {}, detail = {}, letter } = await work({ tx, redemption, refuse });
    await tx.redemption.update({ where: { id }, data: { ...data, state } });
    await tx.redemptionStep.create({
      data: { redemptionId: id, step: STEP_NAMES[act], detail, createdBy: by },
    });
    await letter?.();
    return { ok: true, state };
  });
}

/** How a step is called in the redemption's history. */
const STEP_NAMES: Record<RedemptionAct, string> = {
  "make-ready": "ready",
  "hand-over": "collected",
  ship: "shipped",
  deliver: "delivered",
  return: "returned",
  issue: "issued",
  cancel: "cancelled",
  lapse: "lapsed",
  exchange: "exchanged",
};
