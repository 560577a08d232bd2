import type { Day } from "#app/platform/club-time.ts";
import type { CampaignPlan } from "./campaign.ts";

/** What a campaign needs before it can be published. */
export const NEEDS = ["title", "about", "days", "over", "brings", "gift"] as const;
export type Need = (typeof NEEDS)[number];

/** What an admin should have thought of. */
export const ADVICE = ["no-end", "no-cap", "few-pieces"] as const;
export type Advice = (typeof ADVICE)[number];

export type CampaignCheck = { needs: Need[]; advice: Advice[] };

/** What is known of the gift that it promises; null where that is out of the catalogue, or is sent by post. */
export type PromisedGift = { free: number } | null;

/**
 * What a campaign lacks, and what its admin should have thought of.
 *
 * @param languages those that the club speaks.
 */
export function checkCampaign(
  plan: CampaignPlan,
  {
    today,
    languages,
    gift,
  }: { today: Day; languages: readonly ("en" | "zh")[]; gift: PromisedGift },
): CampaignCheck {
  const { firstDay, lastDay, bonus, variantId, capTotal } = plan;
  const lacks = (text: CampaignPlan["title"]) => languages.some((each) => text[each] === "");
  const wrong: Record<Need, boolean> = {
    title: lacks(plan.title),
    about: lacks(plan.about),
    days: firstDay === null || lastDay === null,
    over: lastDay !== null && lastDay < today,
    brings: bonus === null && variantId === null,
    gift: variantId !== null && gift === null,
  };
  const unwise: Record<Advice, boolean> = {
    "no-end": plan.reachBy === null,
    "no-cap": capTotal === null,
    "few-pieces": gift !== null && gift.free < (capTotal ?? 1),
  };
  return {
    needs: NEEDS.filter((need) => wrong[need]),
    advice: ADVICE.filter((each) => unwise[each]),
  };
}
