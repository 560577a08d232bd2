import { isBefore, type Stage } from "./stage.ts";

/** What a referrer gets points for (product.md, "Other earning"). */
export const REWARDED = ["accepted", "test-drive", "delivered"] as const satisfies readonly Stage[];
export type RewardedStage = (typeof REWARDED)[number];

/** One step of a lead to another stage, oldest first. */
export type StageStep = { to: Stage };

/**
 * The stages a lead was at and has not been moved back from: a stage that was skipped was never reached, and one that
 * was gone back behind is to be reached anew.
 */
export function reachedStages(steps: readonly StageStep[]): Set<Stage> {
  const reached = new Set<Stage>();
  for (const { to } of steps) {
    for (const stage of reached) if (isBefore(to, stage)) reached.delete(stage);
    reached.add(to);
  }
  return reached;
}

/**
 * For which stages the referrer has points coming, as the lead stands. Those of acceptance come once somebody of the
 * house has talked with the friend: an invented name brings nothing. A lead that is lost keeps what it brought on its
 * way, other than a sale that was cancelled, which is a step back.
 */
export function standingRewards(lead: {
  steps: readonly StageStep[];
  /** Whether somebody of the house has reached the friend. */
  met: boolean;
}): RewardedStage[] {
  const reached = reachedStages(lead.steps);
  return REWARDED.filter((stage) => reached.has(stage) && (stage !== "accepted" || lead.met));
}

/** Why a reward is not given, though its stage is reached. */
export type NoReward = "month-full" | "staff" | "yourself" | "household" | "left";

/** Whoever would get the points, as they are at that moment. */
export type Rewarded = {
  isStaff: boolean;
  /** The friend is nobody else: the phone is theirs by now, or the car became theirs. */
  isFriend: boolean;
  /** The friend lives with them. */
  sharesHousehold: boolean;
  /** Their account is closed. */
  hasLeft: boolean;
  /** Rewards of this stage they got in this month of the club. */
  givenThisMonth: number;
};

/** @param mostInMonth of the stage, in a month of the club; null for as many as there are. */
export function decideReward(to: Rewarded, mostInMonth: number | null): NoReward | null {
  if (to.hasLeft) return "left";
  if (to.isStaff) return "staff";
  if (to.isFriend) return "yourself";
  if (to.sharesHousehold) return "household";
  if (mostInMonth !== null && to.givenThisMonth >= mostInMonth) return "month-full";
  return null;
}
