import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { moreGenerous } from "./best-of.ts";
import type { CampaignPlan } from "./campaign.ts";
import { planOf } from "./plan-rows.server.ts";

/** What a lead was promised by a campaign, in the version under which the friend was named. */
export type KeptPromise = {
  campaignId: number;
  version: number;
  /** Its caps are those of that version or today's, whichever gives more. */
  plan: CampaignPlan;
  gift: { title: InBoth; points: number } | null;
};

/** Reads what a lead was promised, the oldest campaign first. */
export async function loadPromises(db: Db, leadId: number): Promise<KeptPromise[]> {
  const rows = await db.campaignPromise.findMany({
    where: { leadId },
    orderBy: { campaignId: "asc" },
    select: {
      promised: {
        include: {
          campaign: { select: { version: true, versions: { select: CAPS } } },
          variant: { select: VARIANT },
        },
      },
    },
  });
  return rows.map(({ promised }) => {
    const { campaign, variant, ...row } = promised;
    const now = campaign.versions.find(({ version }) => version === campaign.version);
    const plan = planOf(row);
    return {
      campaignId: row.campaignId,
      version: row.version,
      plan: {
        ...plan,
        capPerReferrer: moreGenerous(plan.capPerReferrer, now?.capPerReferrer ?? null),
        capTotal: moreGenerous(plan.capTotal, now?.capTotal ?? null),
      },
      gift: variant && { title: giftTitle(variant), points: variant.gift.points },
    };
  });
}

const CAPS = { version: true, capPerReferrer: true, capTotal: true } as const;

/** What a query has to select of a gift's size to name it. */
export const VARIANT = {
  nameEn: true,
  nameZh: true,
  gift: { select: { titleEn: true, titleZh: true, points: true } },
} as const;

/** What a gift and a size of it are called together. */
export function giftTitle(variant: {
  nameEn: string;
  nameZh: string;
  gift: { titleEn: string; titleZh: string };
}): InBoth {
  const whole = (title: string, name: string) => (name === "" ? title : `${title} · ${name}`);
  return {
    en: whole(variant.gift.titleEn, variant.nameEn),
    zh: whole(variant.gift.titleZh, variant.nameZh),
  };
}
