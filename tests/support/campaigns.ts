import { randomUUID } from "node:crypto";
import { publishCampaign } from "#app/modules/campaigns/act-on-campaign.server.ts";
import type { CampaignPlan } from "#app/modules/campaigns/campaign.ts";
import { beginCampaign } from "#app/modules/campaigns/save-campaign.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aPerson } from "./people.ts";

/** A campaign that brings 500 points at delivery; the test changes what it is about. */
export function aPlan(changes: Partial<CampaignPlan> = {}): CampaignPlan {
  return {
    title: { en: "Spring recommendation", zh: "春季推荐" },
    about: { en: "Recommend a friend this spring.", zh: "今春推荐朋友。" },
    firstDay: "2026-01-01",
    lastDay: "2099-12-31",
    reachBy: null,
    tiers: [],
    programmes: [],
    storeIds: [],
    models: [],
    bonus: { stage: "delivered", points: 500 },
    variantId: null,
    capPerReferrer: null,
    capTotal: null,
    ...changes,
  };
}

/** Somebody who may keep campaigns. */
export async function anAdmin() {
  return { by: (await aPerson({ roles: ["admin"] })).id, address: "192.0.2.9" };
}

const BEGAN = new Date("2026-01-01T04:00:00Z");

/** A campaign that was published on the first of January 2026. */
export async function aCampaign(changes: Partial<CampaignPlan> = {}): Promise<number> {
  const admin = await anAdmin();
  const campaignId = await beginCampaign(aPlan(changes), randomUUID(), admin);
  const published = await publishCampaign({ campaignId, revision: 1 }, admin, BEGAN);
  if (!published.ok) throw new Error(`Not published: ${JSON.stringify(published)}`);
  return campaignId;
}

/** Ends all campaigns of the file's database, so that the next test begins without any. */
export async function endCampaigns(): Promise<void> {
  await db().campaign.updateMany({
    where: { state: "published" },
    data: { state: "stopped", stoppedAt: new Date() },
  });
}
