import type { LetterProps } from "#app/modules/letters/write-letter.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import type { TierStatus } from "./tier-status.ts";

/**
 * Moments of a time of gold that may be news: it began; it ends within 30, within 7 days; it is over, with or
 * without grace; its grace ends within 14 days; its grace is over too.
 */
export const TIER_STAGES = ["began", "ends-30", "ends-7", "over", "grace-14", "gone"] as const;
export type TierStage = (typeof TIER_STAGES)[number];

export type TierMoment = {
  stage: TierStage;
  /** What brought the time of gold, as it is kept. */
  cause: string;
  /** The last day before it: of a time of gold that ends, its last. */
  lastDay: Day;
};

/** What the club's gold costs, in minor units; nought where it is not sold. */
export type DuesPrice = { duesMinor: number; currency: string };

type Named<Props> = Omit<Props, "name">;
export type TierNews =
  | { template: "tier-changed"; props: Named<LetterProps["tier-changed"]> }
  | { template: "tier-warning"; props: Named<LetterProps["tier-warning"]> };

/**
 * What a member is told at such a moment; null when there is nothing to tell, since gold goes on by
 * itself, has been prolonged otherwise, or is gone again. It goes by where they stand now and not by the
 * moment alone: facts that arrived late have changed it.
 */
export function tierNews(
  { stage, cause, lastDay }: TierMoment,
  { standing, keeps }: TierStatus,
  { duesMinor, currency }: DuesPrice,
): TierNews | null {
  if (standing.tier === "silver") {
    if (stage !== "over" && stage !== "gone") return null;
    return changed("silver", "ended", null);
  }
  const { phase, goldThrough } = standing;
  const warning = (): TierNews | null =>
    keeps && keeps.points > 0
      ? {
          template: "tier-warning",
          props: {
            phase: phase === "grace" ? "grace" : "ending",
            through: keeps.by,
            pointsNeeded: keeps.points,
            serviceMinor: keeps.spendMinor,
            currency,
            // Who has paid for gold is asked whether they do so again.
            ...(standing.source === "dues" && duesMinor > 0 && { duesMinor }),
          },
        }
      : null;
  switch (stage) {
    case "began":
      if (phase !== "gold") return null;
      return changed("gold", beginning(cause), goldThrough);
    case "ends-30":
    case "ends-7":
      return phase === "gold" && goldThrough === lastDay ? warning() : null;
    case "over":
      return phase === "gold" ? changed("gold", "renewed", goldThrough) : warning();
    case "grace-14":
      return phase === "grace" ? warning() : null;
    case "gone":
      return null;
  }
}

function beginning(cause: string): LetterProps["tier-changed"]["cause"] {
  return cause === "dues" || cause === "renewed" ? cause : "status_points";
}

function changed(
  tier: "gold" | "silver",
  cause: LetterProps["tier-changed"]["cause"],
  through: string | null,
): TierNews {
  return { template: "tier-changed", props: { tier, cause, through, reason: null } };
}
