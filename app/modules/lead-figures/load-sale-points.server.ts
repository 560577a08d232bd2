import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import type { ClubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inCohort, monthOfLead, monthsOf } from "./cohort-sql.server.ts";
import type { FigureFilter } from "./figure-filter.ts";
import {
  type LeadPoints,
  type PointsPerSale,
  pointsPerSale,
  sumOfPoints,
} from "./points-per-sale.ts";

export type SalePoints = {
  /** Every month of the filter. */
  months: PointsPerSale[];
  all: PointsPerSale;
  /** What 100 points are worth by today's rules, in minor units. */
  minorPer100: number;
};

/**
 * What sales cost in points, by the month in which the friend was named, and in all: the points that leads of a time
 * brought and that were not taken back, and the deliveries that stand.
 *
 * @param now for tests; today otherwise.
 */
export async function loadSalePoints(
  on: Db,
  filter: FigureFilter,
  time: ClubTime,
  now = new Date(),
): Promise<SalePoints> {
  const [months, book] = await Promise.all([selectPoints(on, filter, time, now), loadRuleBook(on)]);
  const minorPer100 = rulesAt(book, now).rules.finance.minorPer100Points;
  return {
    months: months.map((month) => pointsPerSale(month, minorPer100)),
    all: pointsPerSale(sumOfPoints(months), minorPer100),
    minorPer100,
  };
}

type Row = Omit<LeadPoints, "month"> & { month: number };

const NOTHING: Row = { month: 0, referrers: 0, welcome: 0, pending: 0, deliveries: 0 };

async function selectPoints(
  on: Db,
  filter: FigureFilter,
  time: ClubTime,
  now: Date,
): Promise<LeadPoints[]> {
  const month = monthOfLead(filter, time);
  const cohort = inCohort(filter, time);
  const rows = await on.$queryRaw<Row[]>`
    select month, sum(referrers)::float8 as referrers, sum(welcome)::float8 as welcome,
      sum(pending)::float8 as pending, sum(deliveries)::int as deliveries
    from (
      select ${month} as month, 0 as referrers, 0 as welcome, 0 as pending, 1 as deliveries
      from lead where lead.stage = 'delivered' and ${cohort}
      union all
      select ${month}, case when reward.stage = 'welcome' then 0 else reward.points end,
        case when reward.stage = 'welcome' then reward.points else 0 end,
        case when reward.available_at > ${now}::timestamptz then reward.points else 0 end, 0
      from lead join lead_reward reward on reward.lead_id = lead.id
        and reward.not_given is null and reward.taken_back_at is null
      where ${cohort}
    ) each group by month`;
  return monthsOf(filter).map((name, place) => {
    const { month: _, ...sums } = rows.find((row) => row.month === place + 1) ?? NOTHING;
    return { month: name, ...sums };
  });
}
