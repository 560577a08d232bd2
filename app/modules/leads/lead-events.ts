import type { WebhookEventName } from "#app/modules/api/webhook-schemas.ts";

/** What happens to a lead. Those that move it to another stage say where it stands after them. */
export type LeadStepName =
  | "handed-in"
  | "review-passed"
  | "review-refused"
  | "moved"
  | "declined"
  | "lost"
  | "found-again"
  | "withdrawn"
  | "merged"
  | "confirmed"
  | "assigned"
  | "paused"
  | "resumed";

const EVENT_OF: Partial<Record<LeadStepName, WebhookEventName>> = {
  "handed-in": "lead.created",
  "review-passed": "lead.created",
  moved: "lead.stage_changed",
  declined: "lead.ended",
  lost: "lead.ended",
  withdrawn: "lead.ended",
  "found-again": "lead.reopened",
  confirmed: "lead.confirmed",
  assigned: "lead.assigned",
};

/**
 * What other programs are told of a step. Of a lead that a person has to look at first they hear once it has passed:
 * nobody is called because a robot typed their number. That a friend is to be forgotten they hear always, since whoever
 * was given somebody's data is told when it is erased (GDPR, article 19).
 *
 * @param stands how the lead stands after the step.
 */
export function eventsOf(
  step: LeadStepName,
  stands: { ended: string | null; review: string | null; friendAnswer: string | null },
): WebhookEventName[] {
  if (step === "withdrawn" && stands.friendAnswer === "forgotten") {
    return stands.ended === "withdrawn" ? ["lead.ended", "lead.forgotten"] : ["lead.forgotten"];
  }
  if (stands.review === "waiting" || stands.review === "refused") return [];
  // Of two leads that are merged one goes on.
  if (step === "merged") return stands.ended === "merged" ? ["lead.ended"] : [];
  const event = EVENT_OF[step];
  return event ? [event] : [];
}
