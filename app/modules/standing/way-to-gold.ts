import type { ClubRules } from "#app/modules/rulebook/club-rules.ts";
import { type Day, daysBetween } from "#app/platform/club-time.ts";
import type { Standing } from "./tier.ts";

/** What is left to do for gold, in the measures an owner thinks in. */
export type WhatIsMissing = {
  /** Status points still missing; nought when there is nothing left to do. */
  points: number;
  /** The money that earns them at the counter, in minor units. */
  spendMinor: number;
  /** About how many services that is. */
  services: number;
};

/** The data of "way to Gold": status points have and needed, and what is missing. */
export type WayToGold = WhatIsMissing & { have: number; needed: number };

/** The data of "what keeps Gold": until when it is kept, and what has to be done by then. */
export type WhatKeepsGold = WhatIsMissing & {
  phase: "gold" | "grace";
  /** The last day on which it can be done. */
  by: Day;
  /** Days left with that one; nought on the last. */
  daysLeft: number;
};

type Rules = Pick<ClubRules, "earning" | "tiers">;

/**
 * The way to Gold of a silver member.
 *
 * @param status status points of the last 12 months.
 * @param recentBase base points of the member's own last services, as many as are at hand.
 */
export function wayToGold(status: number, recentBase: readonly number[], rules: Rules): WayToGold {
  return {
    have: status,
    needed: rules.tiers.goldStatusPoints,
    ...whatIsMissing(status, recentBase, rules),
  };
}

/** Status points that go on counting, and the last day on which all of them do. */
export type LastingStatus = { points: number; through: Day };

/**
 * What keeps a gold member's Gold; null for silver.
 *
 * In gold it is judged on Gold's last day. In grace a service counts from its own day, together with what
 * still counts on that day: so the day to be told is the last on which the sum holds, or of the grace.
 *
 * @param lasting what will count on Gold's last day; in grace, what counts today and through when.
 */
export function whatKeepsGold(
  standing: Standing,
  today: Day,
  lasting: LastingStatus,
  recentBase: readonly number[],
  rules: Rules,
): WhatKeepsGold | null {
  if (standing.tier === "silver") return null;
  const last = standing.phase === "gold" ? standing.goldThrough : standing.keptThrough;
  const by = lasting.through < last ? lasting.through : last;
  return {
    phase: standing.phase,
    by,
    daysLeft: Math.max(0, daysBetween(today, by)),
    ...whatIsMissing(lasting.points, recentBase, rules),
  };
}

function whatIsMissing(status: number, recentBase: readonly number[], rules: Rules): WhatIsMissing {
  const points = Math.max(0, rules.tiers.goldStatusPoints - status);
  return {
    points,
    spendMinor: points * rules.earning.minorPerPoint,
    services: Math.ceil(points / usualBase(recentBase, rules)),
  };
}

/** The base points that a service usually brings: the mean of the member's own, else the club's. */
export function usualBase(recentBase: readonly number[], rules: Rules): number {
  const own = recentBase.filter((base) => base > 0);
  if (own.length > 0) return own.reduce((sum, base) => sum + base, 0) / own.length;
  return Math.max(1, Math.floor(rules.tiers.usualServiceMinor / rules.earning.minorPerPoint));
}
