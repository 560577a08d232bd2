import type { CampaignVersion } from "#app/generated.server/prisma/client.ts";
import type { Day } from "#app/platform/club-time.ts";
import type { Bonus, CampaignPlan, CampaignStage, ReferrerTier } from "./campaign.ts";

/** A day as the driver gives it, which is midnight in UTC. */
const dayOf = (date: Date | null): Day | null =>
  date === null ? null : date.toISOString().slice(0, 10);
const dateOf = (day: Day | null): Date | null => (day === null ? null : new Date(day));

type PlanRow = Omit<CampaignVersion, "campaignId" | "version" | "createdBy" | "createdAt">;

/** A version of a campaign as its rules read it. */
export function planOf(row: PlanRow): CampaignPlan {
  return {
    title: { en: row.titleEn, zh: row.titleZh },
    about: { en: row.aboutEn, zh: row.aboutZh },
    firstDay: dayOf(row.firstDay),
    lastDay: dayOf(row.lastDay),
    reachBy: dayOf(row.reachBy),
    tiers: row.tiers as ReferrerTier[],
    programmes: row.programmes,
    storeIds: row.storeIds,
    models: row.models,
    bonus: bonusOf(row),
    variantId: row.variantId,
    capPerReferrer: row.capPerReferrer,
    capTotal: row.capTotal,
  };
}

function bonusOf({ stage, points, percent }: PlanRow): Bonus | null {
  if (stage === null) return null;
  const at = { stage: stage as CampaignStage };
  return points === null ? { ...at, percent: percent ?? 0 } : { ...at, points };
}

/** The same as it is kept. */
export function planRow({ title, about, bonus, ...plan }: CampaignPlan): PlanRow {
  return {
    ...plan,
    titleEn: title.en,
    titleZh: title.zh,
    aboutEn: about.en,
    aboutZh: about.zh,
    firstDay: dateOf(plan.firstDay),
    lastDay: dateOf(plan.lastDay),
    reachBy: dateOf(plan.reachBy),
    stage: bonus?.stage ?? null,
    points: bonus && "points" in bonus ? bonus.points : null,
    percent: bonus && "percent" in bonus ? bonus.percent : null,
  };
}
