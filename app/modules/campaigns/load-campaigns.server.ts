import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { clubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { type CampaignStanding, type CampaignState, campaignStanding } from "./campaign.ts";

/** A campaign as a line of the list. */
export type CampaignLine = {
  campaignId: number;
  title: InBoth;
  standing: CampaignStanding;
  firstDay: Day | null;
  lastDay: Day | null;
} & CampaignFigures;

export type CampaignFigures = {
  /** Friends who were named under it. */
  named: number;
  /** Points that it gave and that stand. */
  points: number;
  gifts: number;
  /** Of these gifts, those that wait for a piece, or for somebody at the desk. */
  waiting: number;
};

/** What a campaign has done so far, of the row `campaign`. */
export const FIGURES = Prisma.sql`
  (select count(*)::int from campaign_promise where campaign_id = campaign.id) as named,
  (select jsonb_build_object('points', coalesce(sum(points), 0), 'gifts', count(*) filter (where what = 'gift'),
      'waiting', count(*) filter (where waits is not null))
    from campaign_award where campaign_id = campaign.id and not_given is null and taken_back_at is null) as given`;

/** The club's campaigns, the newest first. */
export async function loadCampaigns(
  db: Db,
  { before, limit, now = new Date() }: { before: number | null; limit: number; now?: Date },
): Promise<{ campaigns: CampaignLine[]; olderBefore: number | null }> {
  const rows = await db.$queryRaw<
    {
      campaignId: number;
      state: CampaignState;
      titleEn: string;
      titleZh: string;
      firstDay: Day | null;
      lastDay: Day | null;
      named: number;
      given: Omit<CampaignFigures, "named">;
    }[]
  >`
    select campaign.id as "campaignId", campaign.state, own.title_en as "titleEn", own.title_zh as "titleZh",
      own.first_day::text as "firstDay", own.last_day::text as "lastDay", ${FIGURES}
    from campaign join campaign_version own on own.campaign_id = campaign.id and own.version = campaign.version
    where ${before}::int is null or campaign.id < ${before}::int
    order by campaign.id desc limit ${limit + 1}`;
  const { timeZone } = await loadClub(db);
  const today = clubTime(timeZone).dayOf(now);
  const campaigns = rows.slice(0, limit).map((row) => ({
    campaignId: row.campaignId,
    title: { en: row.titleEn, zh: row.titleZh },
    standing: campaignStanding(row.state, row, today),
    firstDay: row.firstDay,
    lastDay: row.lastDay,
    named: row.named,
    ...row.given,
  }));
  const olderBefore = rows.length > limit ? (campaigns.at(-1)?.campaignId ?? null) : null;
  return { campaigns, olderBefore };
}
