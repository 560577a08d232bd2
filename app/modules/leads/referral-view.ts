import { REWARDED, type RewardedStage, reachedStages } from "./rewards.ts";
import { type Ending, isBefore, STAGES, type Stage } from "./stage.ts";

/**
 * How a lead stands, as its referrer reads it. That a person looks at it first is `submitted` like any other, and that
 * the friend said no, or asked to be forgotten, is `gone` and nothing more.
 */
export type ReferralStanding = Stage | "declined" | "not-taken" | "lost" | "merged" | "gone";

export type ReferralState = {
  stage: Stage;
  ended: Ending | null;
  review: "waiting" | "passed" | "refused" | null;
  friendAnswer: "confirmed" | "declined" | "forgotten" | null;
};

/** What a query has to select of a lead to know that. */
export const STATE = { stage: true, ended: true, review: true, friendAnswer: true } as const;

/** How a lead stands, as its referrer reads it. */
export function standingOf({
  stage,
  ended,
  review,
  friendAnswer,
}: ReferralState): ReferralStanding {
  if (ended === "withdrawn" || friendAnswer === "forgotten") return "gone";
  if (review === "refused") return "not-taken";
  return ended ?? stage;
}

/** A stage on a lead's way, as its referrer reads it. */
export type ReferralStage = {
  stage: Stage;
  /** When it was last reached; null while it is ahead. */
  at: Date | null;
};

/**
 * The stages of a lead: those it was at and stands behind, and those that are ahead. One that was skipped is left out;
 * of a lead that ended nothing is ahead.
 */
export function wayOf(
  { stage, isOver }: { stage: Stage; isOver: boolean },
  handedInAt: Date,
  moves: readonly { to: Stage; at: Date }[],
): ReferralStage[] {
  const reached = reachedStages(moves);
  return STAGES.flatMap((each): ReferralStage[] => {
    if (each === "submitted") return [{ stage: each, at: handedInAt }];
    if (reached.has(each))
      return [{ stage: each, at: moves.findLast(({ to }) => to === each)?.at ?? null }];
    return isOver || isBefore(each, stage) ? [] : [{ stage: each, at: null }];
  });
}

/** What a stage brought, as it is written down. */
export type ReferralReward = {
  stage: RewardedStage;
  points: number;
  availableAt: Date | null;
  notGiven: "month-full" | "staff" | "yourself" | "household" | "left" | null;
  takenBackReason: string | null;
};

/** For which stages points are still to come, of a lead that goes on. */
export function comingRewards(
  way: readonly ReferralStage[],
  rewards: readonly ReferralReward[],
): RewardedStage[] {
  const settled = new Set(
    rewards.filter(({ takenBackReason }) => takenBackReason === null).map(({ stage }) => stage),
  );
  return REWARDED.filter(
    (stage) => !settled.has(stage) && way.some((each) => each.stage === stage),
  );
}

/**
 * Whether there is something that a referrer can ask a person to look at again: a lead that was not taken or came to
 * nothing, points that were not given, or taken back. What became of a friend who said no is the friend's own.
 */
export function isAppealable(
  standing: ReferralStanding,
  rewards: readonly ReferralReward[],
): boolean {
  if (standing === "gone") return false;
  const ended = standing === "declined" || standing === "not-taken" || standing === "lost";
  return ended || rewards.some(({ notGiven, takenBackReason }) => notGiven ?? takenBackReason);
}
