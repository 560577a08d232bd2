import { type KeptState, opensFor, phaseOf } from "./event-state.ts";
import type { EventPlan } from "./plan.ts";

/** Whether somebody can register now; if not, from when, or why not any more. */
export type Registering =
  /** Nobody can yet; gold earlier, where `goldFrom` says so. */
  | { can: "later"; from: Date; goldFrom: Date | null }
  /** Gold can already, and whoever looks is not gold. */
  | { can: "gold-first"; from: Date }
  | { can: "register"; until: Date }
  /** There are no places, but a line for them. */
  | { can: "wait"; until: Date }
  | { can: "full" | "closed" | "running" | "finished" | "cancelled" };

type Planned = Pick<
  EventPlan,
  "opensAt" | "closesAt" | "startsAt" | "endsAt" | "goldHoursEarlier" | "waitlist"
>;

/** When the line for an event ends: from then on nobody joins it, and nobody in it is offered places. */
export const lineEndsAt = (plan: Pick<EventPlan, "startsAt" | "waitlist">): Date =>
  new Date(plan.startsAt.getTime() - plan.waitlist.closesHoursBefore * 3600_000);

/**
 * Whether somebody can register for an event that is not a draft.
 *
 * @param full not even the smallest party would get places.
 */
export function registeringOf(
  state: KeptState,
  plan: Planned,
  full: boolean,
  isGold: boolean,
  now: Date,
): Registering {
  const phase = phaseOf(state, plan, now);
  const from = opensFor(plan, isGold);
  switch (phase) {
    case "draft":
    case "announced":
      return {
        can: "later",
        from,
        goldFrom: plan.goldHoursEarlier > 0 && !isGold ? opensFor(plan, true) : null,
      };
    case "open": {
      if (now < from) return { can: "gold-first", from };
      if (!full) return { can: "register", until: plan.closesAt };
      const until = new Date(Math.min(lineEndsAt(plan).getTime(), plan.closesAt.getTime()));
      return plan.waitlist.open && now < until ? { can: "wait", until } : { can: "full" };
    }
    default:
      return { can: phase };
  }
}
