import type { DECLINE_REASONS, LeadState, LOSS_REASONS } from "#app/modules/leads/stage.ts";

/** How staff end a lead, and why. */
export type EndedBy =
  | { ending: "declined"; reason: (typeof DECLINE_REASONS)[number] }
  | { ending: "lost"; reason: (typeof LOSS_REASONS)[number] };

export type EndRefusal =
  /** It has ended already. */
  | "ended"
  /** What was accepted is lost, not declined. */
  | "accepted"
  /** What was never accepted is declined, not lost. */
  | "not-accepted"
  /** A sale is cancelled first: that is a step back, with its points. */
  | "delivered";

/** Decides whether a lead may end so. */
export function decideEnd({ stage, ended }: LeadState, { ending }: EndedBy): EndRefusal | null {
  if (ended) return "ended";
  if (stage === "delivered") return "delivered";
  if (ending === "declined") return stage === "submitted" ? null : "accepted";
  return stage === "submitted" ? "not-accepted" : null;
}

/** Whether what ended can be found again: who withdrew is not asked again, and what was merged goes on elsewhere. */
export const canBeFoundAgain = (ended: LeadState["ended"]): boolean =>
  ended === "declined" || ended === "lost";
