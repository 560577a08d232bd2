import type { Day } from "#app/platform/club-time.ts";
import { bonusPoints, type CampaignPlan, type CampaignStage } from "./campaign.ts";

/** The kinds of thing that a campaign brings; of each the best campaign counts. */
export type AwardKind = "points" | "gift";

/**
 * What a campaign's promise for a stage is worth, in points; 0 where it promises nothing of that kind.
 *
 * @param gift.points what the gift costs in the catalogue.
 * @param base what the stage brings by the rule book.
 */
export function worthOf(
  what: AwardKind,
  { plan, gift }: { plan: Pick<CampaignPlan, "bonus">; gift: { points: number } | null },
  { stage, base }: { stage: CampaignStage; base: number },
): number {
  if (what === "points") return plan.bonus?.stage === stage ? bonusPoints(plan.bonus, base) : 0;
  // A gift that costs no points is better than none.
  return stage === "delivered" && gift ? Math.max(1, gift.points) : 0;
}

/** Why a campaign gives nothing for a stage that was reached. */
export const NOT_GIVEN = ["too-late", "other-store", "referrer-full", "all-given"] as const;
export type NotGiven = (typeof NOT_GIVEN)[number];

export type AwardMoment = {
  /** The club's day on which the stage was reached. */
  day: Day;
  /** The friend's store, or their consultant's. */
  storeId: number | null;
  /** What of the same kind stands that the campaign gave: to the referrer, and in all. */
  givenToReferrer: number;
  givenInAll: number;
};

/** Why a campaign that a friend was named under does not give what it promised; null where it does. */
export function whyNot(
  plan: Pick<CampaignPlan, "reachBy" | "storeIds" | "capPerReferrer" | "capTotal">,
  { day, storeId, givenToReferrer, givenInAll }: AwardMoment,
): NotGiven | null {
  if (plan.reachBy !== null && day > plan.reachBy) return "too-late";
  const isOfStore = storeId !== null && plan.storeIds.includes(storeId);
  if (plan.storeIds.length > 0 && !isOfStore) return "other-store";
  if (plan.capPerReferrer !== null && givenToReferrer >= plan.capPerReferrer)
    return "referrer-full";
  return plan.capTotal !== null && givenInAll >= plan.capTotal ? "all-given" : null;
}

/** The cap that holds for a friend: the one they were named under, or today's where that is more generous. */
export const moreGenerous = (promised: number | null, now: number | null): number | null =>
  promised === null || now === null ? null : Math.max(promised, now);

type Candidate = {
  campaignId: number;
  /** In points. */
  worth: number;
  notGiven: NotGiven | null;
};

/**
 * Of several campaigns that promise the same kind of thing for a stage, the best one counts: what is worth most, of
 * two alike the older campaign's. One that cannot give leaves its place to the next best; where none can, the best one
 * says why.
 */
export function bestOf<Each extends Candidate>(candidates: readonly Each[]): Each | null {
  const ranked = candidates
    .filter(({ worth }) => worth > 0)
    .toSorted((a, b) => b.worth - a.worth || a.campaignId - b.campaignId);
  return ranked.find(({ notGiven }) => notGiven === null) ?? ranked[0] ?? null;
}
