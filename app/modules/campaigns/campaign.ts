import type { Day } from "#app/platform/club-time.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";

/** The moments at which a friend can bring something: those that bring points by the rule book. */
export const CAMPAIGN_STAGES = ["accepted", "test-drive", "delivered"] as const;
export type CampaignStage = (typeof CAMPAIGN_STAGES)[number];

/** What a referrer is: of a tier, or not in the club. */
export const REFERRER_TIERS = ["silver", "gold", "none"] as const;
export type ReferrerTier = (typeof REFERRER_TIERS)[number];

/** Points on top of what a stage brings: so many, or so many per cent of the stage's own. */
export type Bonus = { stage: CampaignStage } & ({ points: number } | { percent: number });

/** All that an admin says of a campaign. A draft may lack what a running one needs. */
export type CampaignPlan = {
  title: InBoth;
  /** What friends and referrers read of it. */
  about: InBoth;
  /** The days of the club on which a friend has to be named, both included. */
  firstDay: Day | null;
  lastDay: Day | null;
  /** The last day on which a stage may be reached; null: whenever it is. */
  reachBy: Day | null;
  /** Of whom it is; an empty list: whoever, or whatever, it is. */
  tiers: ReferrerTier[];
  programmes: string[];
  storeIds: number[];
  /** Words of the models. */
  models: string[];
  bonus: Bonus | null;
  /** The gift that a delivery brings, by its size. */
  variantId: number | null;
  /** The most friends for whom it gives points, and gifts; null: as many as there are. */
  capPerReferrer: number | null;
  capTotal: number | null;
};

export type CampaignState = "draft" | "published" | "stopped";

/** How a campaign stands on a day of the club. */
export type CampaignStanding = "draft" | "coming" | "running" | "ended" | "stopped";

export function campaignStanding(
  state: CampaignState,
  { firstDay, lastDay }: Pick<CampaignPlan, "firstDay" | "lastDay">,
  today: Day,
): CampaignStanding {
  if (state !== "published") return state;
  if (firstDay !== null && today < firstDay) return "coming";
  return lastDay !== null && today > lastDay ? "ended" : "running";
}

/**
 * The points of a bonus.
 *
 * @param base what the stage brings by the rule book.
 */
export const bonusPoints = (bonus: Bonus, base: number): number =>
  "points" in bonus ? bonus.points : Math.floor((base * bonus.percent) / 100);
