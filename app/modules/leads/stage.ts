/**
 * How far a lead has come (product.md, "Referrals"). A lead that ended keeps the stage it had reached: one that was
 * lost and is found again goes on from there.
 */
export const STAGES = [
  "submitted",
  "accepted",
  "contacted",
  "visited",
  "test-drive",
  "ordered",
  "delivered",
] as const;

export type Stage = (typeof STAGES)[number];

/**
 * How a lead ended before delivery. `withdrawn`: the friend said no, or asked to be forgotten. `merged`: it was
 * another's friend as well, and that one goes on.
 */
export type Ending = "declined" | "lost" | "withdrawn" | "merged";

/** Why a lead is not accepted, as staff choose it. */
export const DECLINE_REASONS = [
  "known",
  "not-reached",
  "not-interested",
  "elsewhere",
  "unfit",
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** Why an accepted lead comes to nothing. */
export const LOSS_REASONS = [
  "bought-elsewhere",
  "too-expensive",
  "no-need",
  "not-reached",
  "sale-cancelled",
  "other",
] as const;
export type LossReason = (typeof LOSS_REASONS)[number];

export type LeadState = { stage: Stage; ended: Ending | null };

export type MoveRefusal =
  /** It has ended: it is found again first. */
  | "ended"
  /** It is there already. */
  | "there"
  /** It is accepted or declined first. */
  | "not-accepted"
  /** It goes back only with a reason. */
  | "no-reason";

export type MoveDecision = { ok: true; back: boolean } | { ok: false; refusal: MoveRefusal };

/** Whether a stage comes before another. */
export const isBefore = (stage: Stage, other: Stage): boolean =>
  STAGES.indexOf(stage) < STAGES.indexOf(other);

/**
 * Decides whether a lead may be moved to a stage. Forward it may skip some: who orders on the first visit never drove
 * a car. Back it goes with a reason, and not behind `accepted`: what was accepted is declined no more, only lost.
 */
export function decideMove(
  { stage, ended }: LeadState,
  to: Exclude<Stage, "submitted">,
  reason: string | null,
): MoveDecision {
  if (ended) return { ok: false, refusal: "ended" };
  if (stage === "submitted" && to !== "accepted") return { ok: false, refusal: "not-accepted" };
  if (stage === to) return { ok: false, refusal: "there" };
  const back = isBefore(to, stage);
  if (back && !reason) return { ok: false, refusal: "no-reason" };
  return { ok: true, back };
}
