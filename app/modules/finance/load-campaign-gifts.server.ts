import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { ClubTime, Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { type Month, monthAfter } from "./months.ts";

/** A gift that a campaign gave, as far as its referrer got it in a month. */
export type GivenGift = {
  awardId: number;
  /** When it was handed over, on the club's calendar; of several times the last. */
  date: Day;
  campaign: InBoth;
  gift: InBoth;
  /** The referrer, with their number where they are in the club; null once they were erased. */
  referrer: string | null;
  /** One; less where it came back. A voucher is one in each month in which it was used. */
  pieces: number;
  /** Minor units: of a voucher by its uses, and negative where it came back. Null where nobody knows what it costs. */
  costMinor: number | null;
  currency: string;
};

/** What a campaign still owes of a gift, as it stands now. Money is in minor units. */
export type PromisedGift = {
  campaignId: number;
  variantId: number;
  campaign: InBoth;
  gift: InBoth;
  /** Gifts that referrers have won and do not have yet; of a voucher that was used in part, one. */
  won: number;
  costMinor: number | null;
  /** Since when the first of them has been won; null for none. */
  since: Day | null;
  /** Friends under way to a delivery that would bring it. */
  friends: number;
  mostMinor: number | null;
  currency: string;
};

const giftTitle = Prisma.sql`
  jsonb_build_object(
    'en', concat_ws(' · ', gift.title_en, nullif(variant.name_en, '')),
    'zh', concat_ws(' · ', gift.title_zh, nullif(variant.name_zh, ''))) as gift`;

const campaignTitle = Prisma.sql`
  jsonb_build_object('en', version.title_en, 'zh', version.title_zh) as campaign`;

/**
 * What campaigns gave in a month, the last first: in the month in which it was handed over, as the cost of gifts counts
 * it ({@link loadGiftCost}). What came back in the same month is left out.
 */
export async function loadGivenByCampaigns(
  on: Db,
  month: Month,
  time: ClubTime,
): Promise<GivenGift[]> {
  const from = time.startOfDay(`${month}-01`);
  const until = time.startOfDay(`${monthAfter(month, 1)}-01`);
  const inMonth = (at: Prisma.Sql) =>
    Prisma.sql`${at} >= ${from}::timestamptz and ${at} < ${until}::timestamptz`;
  return on.$queryRaw<GivenGift[]>`
    select award.id as "awardId", to_char(given.at at time zone ${time.zone}, 'YYYY-MM-DD') as date,
      ${campaignTitle}, ${giftTitle}, nullif(concat_ws(' ', person.name, member.number), '') as referrer,
      (sign(given.pieces) * ceil(abs(given.pieces)))::int as pieces,
      round(given.pieces * gift.cost_minor)::float8 as "costMinor", gift.currency
    from (
      select award_id, max(at) as at, sum(pieces) as pieces
      from (
        select award.id as award_id, movement.created_at as at, -movement.on_hand::numeric as pieces
        from campaign_award award
        join redemption on redemption.id = award.redemption_id and redemption.fulfilment <> 'voucher'
        join stock_movement movement on movement.redemption_id = redemption.id
        where movement.kind in ('hand-over', 'exchange', 'return') and ${inMonth(Prisma.sql`movement.created_at`)}
        union all
        select award.id, used.used_at, redemption.quantity::numeric / voucher.uses
        from campaign_award award
        join redemption on redemption.id = award.redemption_id
        join voucher on voucher.redemption_id = redemption.id
        join voucher_use used on used.voucher_id = voucher.id
        where used.undone_at is null and ${inMonth(Prisma.sql`used.used_at`)}
        union all
        select id, handed_out_at, 1 from campaign_award where ${inMonth(Prisma.sql`handed_out_at`)}
      ) out group by award_id having sum(pieces) <> 0
    ) given
    join campaign_award award on award.id = given.award_id
    join campaign_version version on version.campaign_id = award.campaign_id and version.version = award.version
    join gift_variant variant on variant.id = award.variant_id
    join gift on gift.id = variant.gift_id
    join lead on lead.id = award.lead_id
    left join person on person.id = lead.referrer_id
    left join member on member.person_id = person.id
    order by given.at desc, award.id desc`;
}

/**
 * What campaigns still owe: gifts that were won and are not handed over, and those that friends who are under way would
 * bring. Caps are not looked at: they are judged once a friend's car is handed over.
 *
 * @param today the club's day: what a campaign gave until a day that is past it gives no more.
 */
export async function loadPromisedByCampaigns(
  on: Db,
  today: Day,
  time: ClubTime,
): Promise<PromisedGift[]> {
  return on.$queryRaw<PromisedGift[]>`
    select owed.campaign_id as "campaignId", owed.variant_id as "variantId", ${campaignTitle}, ${giftTitle},
      owed.won::int as won, round(owed.pieces * gift.cost_minor)::float8 as "costMinor",
      to_char(owed.since at time zone ${time.zone}, 'YYYY-MM-DD') as since,
      owed.friends::int as friends, (owed.friends * gift.cost_minor)::float8 as "mostMinor", gift.currency
    from (
      select campaign_id, variant_id, sum(won) as won, sum(pieces) as pieces, min(since) as since, sum(friends) as friends
      from (
        select award.campaign_id, award.variant_id, 1 as won,
          coalesce(redemption.quantity * coalesce(1 - used.uses::numeric / voucher.uses, 1), 1) as pieces,
          award.created_at as since, 0 as friends
        from campaign_award award
        join lead on lead.id = award.lead_id
        left join redemption on redemption.id = award.redemption_id
        left join voucher on voucher.redemption_id = redemption.id
        left join lateral (
          select count(*) as uses from voucher_use where voucher_id = voucher.id and undone_at is null
        ) used on true
        where award.what = 'gift' and award.not_given is null and award.taken_back_at is null
          and award.handed_out_at is null and lead.referrer_id is not null
          and (redemption.id is null or redemption.state in ('requested', 'ready', 'issued'))
        union all
        select promise.campaign_id, version.variant_id, 0, 0, null, 1
        from campaign_promise promise
        join campaign_version version on version.campaign_id = promise.campaign_id and version.version = promise.version
        join lead on lead.id = promise.lead_id
        where version.variant_id is not null and lead.referrer_id is not null
          and lead.ended is null and lead.stage <> 'delivered'
          and (version.reach_by is null or version.reach_by >= ${today}::date)
          and not exists (
            select from campaign_award award
            where award.lead_id = lead.id and award.what = 'gift' and award.not_given is null
              and award.taken_back_at is null)
      ) each group by campaign_id, variant_id
    ) owed
    join campaign on campaign.id = owed.campaign_id
    join campaign_version version on version.campaign_id = campaign.id and version.version = campaign.version
    join gift_variant variant on variant.id = owed.variant_id
    join gift on gift.id = variant.gift_id
    order by owed.campaign_id desc, gift.position, variant.id`;
}
