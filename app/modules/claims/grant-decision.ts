import type { NothingReason } from "#app/modules/garage/visit.ts";

/** What decides whether an order can be the answer to a claim. */
export type OrderInQuestion = {
  /** Whose it is: nobody's while no member held its car. */
  memberId: number | null;
  /** The entry of the award that stands, if any. */
  entryId: number | null;
  settledAt: Date;
  /** Why the rules give it nothing; null when they give something. */
  nothing: Exclude<NothingReason, "not-awarded"> | null;
};

export type GrantDecision =
  /** Its points are on the member's statement already. */
  | { answer: "on-statement"; entryId: number }
  /** It becomes the member's, and earns. */
  | { answer: "give" }
  | { answer: "refused"; reason: NothingReason }
  | { answer: "another-members" };

/**
 * Decides what linking an order to a claim does. What earns nothing by the rules is a refusal with that
 * reason, which the member can read, and not a grant of nothing.
 *
 * @param earnsFrom the earliest order that can earn for this member: what a car brought before its owner
 *   joined is history, but for the last days that the rules of joining name.
 */
export function decideGrant(
  order: OrderInQuestion,
  claim: { memberId: number; earnsFrom: Date },
): GrantDecision {
  if (order.memberId !== null && order.memberId !== claim.memberId) {
    return { answer: "another-members" };
  }
  const isTheirs = order.memberId !== null;
  if (isTheirs && order.entryId !== null) return { answer: "on-statement", entryId: order.entryId };
  if (order.nothing !== null) return { answer: "refused", reason: order.nothing };
  // Theirs and without points although it could have some: it came with the car, as history alone.
  if (isTheirs) return { answer: "refused", reason: "not-awarded" };
  if (order.settledAt < claim.earnsFrom) return { answer: "refused", reason: "not-awarded" };
  return { answer: "give" };
}
