import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { type LockedRedemption, lockRedemption } from "./lock-redemption.server.ts";
import {
  afterAct,
  cameToNothing,
  needsAddress,
  needsColleague,
  type RedemptionAct,
  type RedemptionState,
  STEP_OF,
} from "./redemption.ts";

/** Why a step is not taken; nothing has changed then. */
export type StepRefusal =
  | { refusal: "no-such-redemption" }
  /** Whoever acts took it themselves: a colleague does it. */
  | { refusal: "own" }
  /** It stands elsewhere by now: whoever did the same before has done it. */
  | { refusal: "not-now"; state: RedemptionState }
  /** It was used already, if only in part. */
  | { refusal: "voucher-used" }
  /** Its money part has not been paid. */
  | { refusal: "unpaid" }
  /** No shelf has the pieces. */
  | { refusal: "out-of-stock" }
  /** More pieces than were taken. */
  | { refusal: "too-many" }
  /** All of them were exchanged before: whoever keeps the gifts decides about another time. */
  | { refusal: "exchanged-before" }
  /** Its owner named nobody else who may collect it. */
  | { refusal: "nobody-named" }
  /** Where it is said to happen is no store of the club's. */
  | { refusal: "no-such-store" }
  /** Its last day is over. */
  | { refusal: "voucher-expired" }
  /** The time is over in which it could be undone; or somebody undid it before. */
  | { refusal: "too-late" }
  /** Its owner may be paying online at this moment, and nobody can say: it is tried again in some minutes. */
  | { refusal: "being-paid" };

export type StepAnswer = { ok: true; state: RedemptionState } | ({ ok: false } & StepRefusal);

/** What a step changes beside the state. */
export type StepChange = {
  data?: Prisma.RedemptionUncheckedUpdateInput;
  /** Where it leads elsewhere than the act does by itself: a voucher used in part can be used again. */
  state?: RedemptionState;
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
  /** Ends it with nothing done: the same form has done it before. */
  repeated: () => never;
};

/**
 * Takes a redemption one step on, in one transaction: locks it, asks whether the act can be done as it stands,
 * does what belongs to it, and writes down who did it and when. What has served its time goes with the step: a
 * parcel's address once it is not needed, the name of who else might have collected what nobody did.
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
    if (needsColleague(act) && redemption.ownerId === by) return refuse({ refusal: "own" });
    const repeated = () => rollBack({ ok: true, state: redemption.state });
    const next = afterAct(redemption, act);
    if (!next) return refuse({ refusal: "not-now", state: redemption.state });
    const change = await work({ tx, redemption, refuse, repeated });
    const { state = next, data = {}, detail = {}, letter } = change;
    await tx.redemption.update({
      where: { id },
      data: {
        ...data,
        ...(!needsAddress(state) && { address: Prisma.DbNull }),
        ...(cameToNothing(state) && { collectorName: null }),
        state,
      },
    });
    await tx.redemptionStep.create({
      data: { redemptionId: id, step: STEP_OF[act], detail, createdBy: by },
    });
    await letter?.();
    return { ok: true, state };
  });
}
