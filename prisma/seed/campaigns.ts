import { publishCampaign } from "#app/modules/campaigns/act-on-campaign.server.ts";
import type { CampaignPlan } from "#app/modules/campaigns/campaign.ts";
import { beginCampaign } from "#app/modules/campaigns/save-campaign.server.ts";
import { saveVipBenefits } from "#app/modules/campaigns/vip-benefits.server.ts";
import { addDays, clubTime, type Day } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";

const EVERYBODY = { tiers: [], programmes: [], storeIds: [], models: [] };

/** A campaign that has ended and one that runs, on days that move with the one on which the demo is loaded. */
export async function loadDemoCampaigns(today: Day, admin: number): Promise<void> {
  const ended: CampaignPlan = {
    ...EVERYBODY,
    title: { en: "Test drive weeks", zh: "试驾周" },
    about: {
      en: "Bring a friend along for a drive around the lake.",
      zh: "邀朋友环湖试驾，感受座驾魅力。",
    },
    firstDay: addDays(today, -70),
    lastDay: addDays(today, -50),
    reachBy: addDays(today, -10),
    bonus: { stage: "test-drive", percent: 50 },
    variantId: await sizeOf("KEYRING"),
    capPerReferrer: 3,
    capTotal: 40,
  };
  const running: CampaignPlan = {
    ...EVERYBODY,
    title: { en: "Spring recommendation", zh: "春季推荐" },
    about: {
      en: "Recommend a friend this season. Whoever takes over a new car is welcomed with a bouquet and a tank of fuel.",
      zh: "本季推荐朋友购车，交车时另有鲜花和一箱燃油相迎。",
    },
    firstDay: addDays(today, -12),
    lastDay: addDays(today, 30),
    reachBy: addDays(today, 150),
    bonus: { stage: "delivered", points: 500 },
    variantId: await sizeOf("MODEL"),
    capPerReferrer: 2,
    capTotal: 20,
  };
  const time = clubTime("Asia/Shanghai");
  const actor = { by: admin, address: "127.0.0.1" };
  for (const [place, plan] of [ended, running].entries()) {
    const campaignId = await beginCampaign(plan, `demo-campaign-${place}`, actor);
    const at = time.startOfDay(plan.firstDay as Day);
    await publishCampaign({ campaignId, revision: 1 }, actor, at);
  }
  await saveVipBenefits(
    {
      seen: 0,
      en: "A place beside the driver at our track day, every autumn.\nYour car is washed whenever it is with us.",
      zh: "每年秋季赛道日副驾体验名额一个。\n每次进店均免费洗车。",
    },
    actor,
  );
}

async function sizeOf(sku: string): Promise<number> {
  const where = { sku };
  return (await db().giftVariant.findUniqueOrThrow({ where, select: { id: true } })).id;
}
