import { loadClub } from "#app/modules/club/load-club.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { enabledLocales } from "#app/platform/words/enabled-locales.server.ts";
import type { CampaignPlan } from "./campaign.ts";
import { type CampaignCheck, checkCampaign, type PromisedGift } from "./missing.ts";

/** What a campaign lacks, by the club's day and languages and the gift that it promises. */
export async function checkWithin(db: Db, plan: CampaignPlan, now: Date): Promise<CampaignCheck> {
  const { timeZone } = await loadClub(db);
  return checkCampaign(plan, {
    today: clubTime(timeZone).dayOf(now),
    languages: enabledLocales().map((locale) => (locale === "en" ? "en" : "zh")),
    gift: await findGift(db, plan.variantId),
  });
}

async function findGift(db: Db, variantId: number | null): Promise<PromisedGift> {
  if (variantId === null) return null;
  const [row] = await db.$queryRaw<{ free: number }[]>`
    select coalesce((select sum(greatest(0, on_hand - reserved)) from stock_level
        where item_id = variant.stock_item_id), 0)::int as free
    from gift_variant variant join gift on gift.id = variant.gift_id
    where variant.id = ${variantId} and variant.archived_at is null and gift.archived_at is null
      and gift.fulfilment <> 'ship'`;
  return row ?? null;
}
