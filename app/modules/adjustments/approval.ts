import { may } from "#app/modules/access/permissions.ts";
import type { Role } from "#app/modules/access/roles.ts";

/** Within this time all that one person gives by hand counts together, to whomever they give it. */
export const TOGETHER_HOURS = 24;

export type AdjustmentQuestion = {
  /** Plus or minus. */
  points: number;
  /** What the same person has given or taken alone lately, for anybody, in points of either sign. */
  lately: number;
  /** The account is the asker's own. */
  own: boolean;
};

/**
 * Whether what somebody gives by hand waits for a second person: above the club's limit, or on one's own account
 * (product rules, "By hand"). All of a day counts together, whatever its sign, whoever gets it and whatever
 * was typed for it, so that a large sum cannot be given in small pieces.
 *
 * @param approvalAbove the limit in points, which by itself is still within it.
 */
export function needsApproval(
  { points, lately, own }: AdjustmentQuestion,
  approvalAbove: number,
): boolean {
  return own || Math.abs(points) + lately > approvalAbove;
}

/** A request as far as its answer depends on it. */
export type WaitingRequest = { state: string; requestedBy: number; memberPersonId: number };

export type DecisionRefusal =
  | "not-waiting"
  | "not-allowed"
  | "own-request"
  | "own-account"
  | "asker-lost-role";

/**
 * Whether somebody may answer a request. Nobody approves what they asked for themselves, nor points for
 * themselves; whoever may do neither has to leave it to a third. What somebody asked for who may no longer
 * ask can only be refused.
 *
 * @param decider with the roles they hold now, not those they came with.
 */
export function judgeDecision(
  request: WaitingRequest,
  decider: { id: number; roles: readonly Role[] },
  approve: boolean,
  askerRoles: readonly Role[],
): DecisionRefusal | null {
  if (!may(decider.roles, "adjustments.approve")) return "not-allowed";
  if (request.state !== "waiting") return "not-waiting";
  if (request.requestedBy === decider.id) return "own-request";
  if (request.memberPersonId === decider.id) return "own-account";
  if (approve && !may(askerRoles, "adjustments.ask")) return "asker-lost-role";
  return null;
}
