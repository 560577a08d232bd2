import { refundedMinor } from "#app/modules/payments/payment-sql.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** What members took of a gift and do not have yet; sums in minor units. */
export type OwedGift = {
  giftId: number;
  sku: string;
  titleEn: string;
  titleZh: string;
  redemptions: number;
  pieces: number;
  points: number;
  /** What the pieces cost the club; null where that is not known, or is in another currency by now. */
  costMinor: number | null;
  /** Of the money parts: what was paid and did not go back, and what is still to be paid. */
  paidMinor: number;
  openMinor: number;
  currency: string;
  /** When the first of them was taken. */
  since: string;
};

/**
 * Gifts that were taken and not handed over, as it stands now: requested or laid out, and vouchers that are not used
 * up. A voucher that was used in part is owed, and costs, by the uses that are left.
 */
export async function loadGiftsOwed(on: Db): Promise<OwedGift[]> {
  return on.$queryRaw<OwedGift[]>`
    select gift.id as "giftId", gift.sku, gift.title_en as "titleEn", gift.title_zh as "titleZh",
      owed.currency, owed.redemptions, owed.pieces, owed.points,
      case when gift.currency = owed.currency then round(gift.cost_minor * owed.whole_pieces)::float8 end as "costMinor",
      owed.paid_minor as "paidMinor",
      owed.open_minor as "openMinor", owed.since
    from (
      select redemption.gift_id, redemption.currency, count(*)::int as redemptions,
        sum(redemption.quantity)::int as pieces, sum(redemption.points)::float8 as points,
        sum(redemption.quantity * coalesce(1 - used.uses::numeric / voucher.uses, 1)) as whole_pieces,
        coalesce(sum(case when payment.state = 'paid' then payment.amount_minor - ${refundedMinor} end), 0)::float8
          as paid_minor,
        coalesce(sum(payment.amount_minor) filter (where payment.state = 'open'), 0)::float8 as open_minor,
        to_json(min(redemption.created_at)) #>> '{}' as since
      from redemption
      left join payment on payment.id = redemption.payment_id
      left join voucher on voucher.redemption_id = redemption.id
      left join lateral (
        select count(*) as uses from voucher_use where voucher_id = voucher.id and undone_at is null
      ) used on true
      where redemption.state in ('requested', 'ready', 'issued')
      group by redemption.gift_id, redemption.currency
    ) owed join gift on gift.id = owed.gift_id
    order by gift.position, gift.id, owed.currency`;
}
