import type { EventPlan } from "./plan.ts";

/** What the table keeps; the rest follows from the clock. */
export const keptStates = ["draft", "published", "cancelled"] as const;
export type KeptState = (typeof keptStates)[number];

export type EventPhase =
  | "draft"
  /** Published; nobody can register yet. */
  | "announced"
  | "open"
  /** Registering is over, the event has not begun. */
  | "closed"
  | "running"
  | "finished"
  | "cancelled";

/** Where an event stands. Whether it is full is a matter of places: see limits.ts. */
export function phaseOf(
  state: KeptState,
  plan: Pick<EventPlan, "opensAt" | "closesAt" | "startsAt" | "endsAt" | "goldHoursEarlier">,
  now: Date,
): EventPhase {
  if (state !== "published") return state;
  if (now >= plan.endsAt) return "finished";
  if (now >= plan.startsAt) return "running";
  if (now >= plan.closesAt) return "closed";
  return now >= opensFor(plan, true) ? "open" : "announced";
}

/** From when somebody can register. */
export function opensFor(
  plan: Pick<EventPlan, "opensAt" | "goldHoursEarlier">,
  isGold: boolean,
): Date {
  return isGold
    ? new Date(plan.opensAt.getTime() - plan.goldHoursEarlier * 3600_000)
    : plan.opensAt;
}
