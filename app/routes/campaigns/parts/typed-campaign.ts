import type { CampaignPlan } from "#app/modules/campaigns/campaign.ts";

/** What stands in the fields of a campaign's form: one text, or several that are ticked. */
export type TypedCampaign = Record<string, unknown>;

/** A campaign as its form is filled with it. */
export function typeCampaign(plan: CampaignPlan): TypedCampaign {
  const { title, about, bonus, tiers, programmes, storeIds, models, ...rest } = plan;
  return {
    ...rest,
    titleEn: title.en,
    titleZh: title.zh,
    aboutEn: about.en,
    aboutZh: about.zh,
    ...{ tiers, programmes },
    storeIds: storeIds.map(String),
    models: models.join("\n"),
    bonus: bonus === null ? "none" : "points" in bonus ? "points" : "percent",
    stage: bonus?.stage,
    points: bonus && "points" in bonus ? bonus.points : "",
    percent: bonus && "percent" in bonus ? bonus.percent : "",
  };
}
