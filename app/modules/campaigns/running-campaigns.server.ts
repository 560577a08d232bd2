import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadTierStatuses } from "#app/modules/standing/load-tier-statuses.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { CampaignPlan } from "./campaign.ts";
import { planOf } from "./plan-rows.server.ts";
import { isForReferrer } from "./whom.ts";

export type RunningCampaign = { campaignId: number; version: number; plan: CampaignPlan };

/**
 * The campaigns under which a friend is named at an instant, of one referrer: those that run, are for such a referrer,
 * and have something left to give.
 */
export async function runningCampaigns(
  db: Db,
  referrerId: number,
  now: Date,
): Promise<RunningCampaign[]> {
  const { timeZone } = await loadClub(db);
  const today = new Date(clubTime(timeZone).dayOf(now));
  const found = await db.$queryRaw<{ campaignId: number; version: number }[]>`
    select campaign.id as "campaignId", campaign.version
    from campaign join campaign_version own on own.campaign_id = campaign.id and own.version = campaign.version
    where campaign.state = 'published' and ${today}::date between own.first_day and own.last_day
      and (own.cap_total is null
        or (own.stage is not null and own.cap_total > ${standing("points")})
        or (own.variant_id is not null and own.cap_total > ${standing("gift")}))
    order by campaign.id`;
  if (found.length === 0) return [];
  const rows = await db.campaignVersion.findMany({
    where: { OR: found },
    orderBy: { campaignId: "asc" },
  });
  const running = rows.map((row) => ({ ...row, plan: planOf(row) }));
  const referrer = await readReferrer(
    db,
    referrerId,
    running.some(({ plan }) => plan.tiers.length > 0),
    now,
  );
  return running
    .filter(({ plan }) => isForReferrer(plan, referrer))
    .map(({ campaignId, version, plan }) => ({ campaignId, version, plan }));
}

/** How often a campaign has given something that stands. */
const standing = (what: "points" | "gift") => Prisma.sql`(
  select count(*) from campaign_award award where award.campaign_id = campaign.id and award.what = ${what}
    and award.not_given is null and award.taken_back_at is null)`;

async function readReferrer(db: Db, personId: number, asksTier: boolean, now: Date) {
  const member = await db.member.findUnique({
    where: { personId },
    select: { id: true, programme: true },
  });
  if (!member) return { tier: "none" as const, programme: null };
  const { programme } = member;
  if (!asksTier) return { tier: "silver" as const, programme };
  const statuses = await loadTierStatuses(db, [member.id], now);
  return { tier: statuses.get(member.id)?.standing.tier ?? ("silver" as const), programme };
}
