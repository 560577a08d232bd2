import type { Day } from "#app/platform/club-time.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { bestOf, worthOf } from "./best-of.ts";
import type { CampaignPlan, CampaignStage } from "./campaign.ts";

/** What a campaign will bring on top of a stage that is ahead, as far as it has some left then. */
export type ComingExtra = {
  stage: CampaignStage;
  title: InBoth;
  /** 0 where it is a gift. */
  points: number;
  gift: InBoth | null;
  /** The last day on which the stage can be reached for it; null: whenever it is. */
  reachBy: Day | null;
};

type Promised = {
  campaignId: number;
  plan: CampaignPlan;
  gift: { title: InBoth; points: number } | null;
};

/**
 * What campaigns will bring for stages that are ahead: of each kind the best, as when the stage is reached.
 *
 * @param base what each stage brings by the rule book.
 */
export function comingExtras(
  promises: readonly Promised[],
  stages: readonly CampaignStage[],
  base: Record<CampaignStage, number>,
  today: Day,
): ComingExtra[] {
  const open = promises.filter(({ plan }) => plan.reachBy === null || today <= plan.reachBy);
  return stages.flatMap((stage): ComingExtra[] => {
    return (["points", "gift"] as const).flatMap((what): ComingExtra[] => {
      const best = bestOf(
        open.map((each) => ({
          ...each,
          worth: worthOf(what, each, { stage, base: base[stage] }),
          notGiven: null,
        })),
      );
      if (!best) return [];
      const { title, reachBy } = best.plan;
      const isGift = what === "gift";
      const gift = isGift ? (best.gift?.title ?? null) : null;
      return [{ stage, title, reachBy, points: isGift ? 0 : best.worth, gift }];
    });
  });
}
