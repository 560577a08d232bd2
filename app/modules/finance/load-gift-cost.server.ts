import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { StockPurpose } from "#app/modules/stock/move-stock.server.ts";
import type { ClubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type Month, monthAfter } from "./months.ts";

/** What gifts that reached their owners in a month cost the club, in minor units, by why they did. */
export type GiftCost = {
  month: Month;
  /** Taken by members, won by them, or given to referrers by a campaign. */
  why: "taken" | "campaign" | StockPurpose;
  currency: string;
  pieces: number;
  costMinor: number;
  /** Pieces whose cost nobody knows: they are not in the sum. */
  piecesWithoutCost: number;
};

/** `campaign` for a redemption that is what a campaign gave. */
const byCampaign = Prisma.sql`
  case when exists (select from campaign_award award where award.redemption_id = redemption.id) then 'campaign' end`;

/**
 * What gifts cost, by the month in which they left: things when they were handed over or sent, and what was given in
 * exchange for a broken one; less what came back in a month. Vouchers cost when they are used, by their uses. Prizes of
 * contests and draws are lines of their own, when they were handed over, and so is what campaigns gave, also to referrers
 * who are not in the club: {@link loadGivenByCampaigns} names each of those. A piece costs what its gift says today.
 */
export async function loadGiftCost(
  on: Db,
  months: readonly Month[],
  time: ClubTime,
): Promise<GiftCost[]> {
  const from = time.startOfDay(`${months.at(0)}-01`);
  const until = time.startOfDay(`${monthAfter(months.at(-1) ?? "", 1)}-01`);
  return on.$queryRaw<GiftCost[]>`
    select to_char(out.at at time zone ${time.zone}, 'YYYY-MM') as month, gift.currency,
      coalesce(out.purpose, 'taken') as why,
      round(sum(out.pieces))::int as pieces,
      coalesce(round(sum(out.pieces * gift.cost_minor)), 0)::float8 as "costMinor",
      coalesce(round(sum(out.pieces) filter (where gift.cost_minor is null)), 0)::int as "piecesWithoutCost"
    from (
      select movement.created_at as at, redemption.gift_id, -movement.on_hand::numeric as pieces,
        ${byCampaign} as purpose
      from stock_movement movement join redemption on redemption.id = movement.redemption_id
      where movement.kind in ('hand-over', 'exchange', 'return') and redemption.fulfilment <> 'voucher'
        and movement.created_at >= ${from}::timestamptz and movement.created_at < ${until}::timestamptz
      union all
      select movement.created_at, variant.gift_id, -movement.on_hand::numeric, movement.purpose
      from stock_movement movement join gift_variant variant on variant.id = movement.variant_id
      where movement.purpose is not null and movement.kind in ('hand-over', 'return')
        and movement.created_at >= ${from}::timestamptz and movement.created_at < ${until}::timestamptz
      union all
      select used.used_at, redemption.gift_id, redemption.quantity::numeric / voucher.uses, ${byCampaign}
      from voucher_use used
      join voucher on voucher.id = used.voucher_id
      join redemption on redemption.id = voucher.redemption_id
      where used.undone_at is null
        and used.used_at >= ${from}::timestamptz and used.used_at < ${until}::timestamptz
      union all
      select award.handed_out_at, variant.gift_id, 1, 'campaign'
      from campaign_award award join gift_variant variant on variant.id = award.variant_id
      where award.handed_out_at >= ${from}::timestamptz and award.handed_out_at < ${until}::timestamptz
    ) out join gift on gift.id = out.gift_id
    group by month, gift.currency, out.purpose
    order by month, gift.currency, out.purpose nulls first`;
}
