import { loadClub } from "#app/modules/club/load-club.server.ts";
import { storeNamed } from "#app/modules/club/store-sql.server.ts";
import { loadEarnedPoints } from "#app/modules/ledger/load-earned-points.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { instantsOf, type ReportMonths } from "./report-time.ts";

/** What was taken of a gift, for one store, in one month; money in minor units of its currency. */
export type GiftReportLine = {
  giftId: number;
  sku: string;
  titleEn: string;
  titleZh: string;
  /** Where it was to be collected; null for what is shipped, or a voucher. */
  storeId: number | null;
  store: InBoth | null;
  /** `YYYY-MM`, on the club's calendar. */
  month: string;
  redemptions: number;
  pieces: number;
  points: number;
  moneyMinor: number;
  /** What the pieces cost the club; null where that is not known. */
  costMinor: number | null;
  currency: string;
};

export type GiftReport = {
  /** Redemptions of the time that stand: neither cancelled, returned nor expired. */
  lines: GiftReportLine[];
  /** Points that all members earned in the time. */
  earned: number;
  /** Days from request to hand-over of what was handed over or shipped, in the middle; null for none. */
  medianDays: number | null;
  /** How many of the time's ended as collected, delivered or used, and how many expired. */
  received: number;
  lapsed: number;
};

/** What members took in some months, by gift, store and month, and what it says of the club: three queries. */
export async function loadGiftReport(on: Db, months: ReportMonths): Promise<GiftReport> {
  const { timeZone } = await loadClub(on);
  const { from, until } = instantsOf(months, clubTime(timeZone));
  const [lines, [whole], earned] = await Promise.all([
    on.$queryRaw<GiftReportLine[]>`
      select gift.id as "giftId", gift.sku, gift.title_en as "titleEn", gift.title_zh as "titleZh",
        taken.store_id as "storeId", ${storeNamed()} as store,
        taken.month, taken.redemptions, taken.pieces, taken.points, taken.money_minor as "moneyMinor",
        (taken.pieces * gift.cost_minor::bigint)::float8 as "costMinor", taken.currency
      from (
        select gift_id, collect_store_id as store_id, currency,
          to_char(created_at at time zone ${timeZone}, 'YYYY-MM') as month, count(*)::int as redemptions,
          sum(quantity)::int as pieces, sum(points)::float8 as points, sum(money_minor)::float8 as money_minor
        from redemption
        where created_at >= ${from}::timestamptz and created_at < ${until}::timestamptz
          and state not in ('cancelled', 'returned', 'lapsed')
        group by gift_id, collect_store_id, currency, month
      ) taken join gift on gift.id = taken.gift_id left join store on store.id = taken.store_id
      order by taken.month, gift.position, gift.id, taken.store_id nulls first`,
    on.$queryRaw<Omit<GiftReport, "lines" | "earned">[]>`
      select count(*) filter (where state in ('collected', 'delivered', 'used'))::int as received,
        count(*) filter (where state = 'lapsed')::int as lapsed,
        percentile_cont(0.5) within group (order by extract(epoch from handed.at - redemption.created_at) / 86400)
          as "medianDays"
      from redemption left join lateral (
        select min(created_at) as at from redemption_step step
        where redemption_id = redemption.id and step in ('collected', 'shipped')
          and not exists (select from redemption_step undone
            where undone.redemption_id = redemption.id and undone.step = 'hand-over-undone' and undone.id > step.id)
      ) handed on redemption.fulfilment <> 'voucher'
      where created_at >= ${from}::timestamptz and created_at < ${until}::timestamptz`,
    loadEarnedPoints(on, from, until),
  ]);
  return {
    lines,
    earned,
    medianDays: whole?.medianDays ?? null,
    received: whole?.received ?? 0,
    lapsed: whole?.lapsed ?? 0,
  };
}
