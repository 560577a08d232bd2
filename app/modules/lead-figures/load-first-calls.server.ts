import type { ClubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inCohort, placeOf } from "./cohort-sql.server.ts";
import type { FigureFilter } from "./figure-filter.ts";

/** How first calls were made: of all leads of a time, or of one consultant's. */
export type FirstCalls = {
  /** Null of all together, and of those that are nobody's. */
  consultantId: number | null;
  name: string | null;
  isAll: boolean;
  leads: number;
  /** Somebody tried to reach the friend by the promised hour, or after it. */
  within: number;
  later: number;
  /** They were reached, and nobody noted when; or what was promised is not known. */
  unknown: number;
  /** Nobody has tried: the hour is over, or is not, or the lead ended before. */
  late: number;
  waits: number;
  ended: number;
  /** Those of whom it is known when somebody first tried. */
  tried: number;
  /** Hours by the clock from when the friend was named to the first try; null where nobody tried. */
  medianHours: number | null;
  ninetiethHours: number | null;
};

/**
 * How first calls were made, of all leads first and then by consultant. A call that reached nobody is a call that was
 * made; so is a talk without one.
 *
 * @param now for tests; the database's clock otherwise.
 */
export function loadFirstCalls(
  on: Db,
  filter: FigureFilter,
  time: ClubTime,
  now?: Date,
): Promise<FirstCalls[]> {
  return on.$queryRaw<FirstCalls[]>`
    with called as (
      select lead.consultant_id, extract(epoch from first.at - lead.created_at)::float8 / 3600 as hours,
        case when first.at <= lead.call_by then 'within' when first.at > lead.call_by then 'later'
          when first.at is not null or ${placeOf("lead.stage")} > 2 then 'unknown'
          when lead.ended is not null then 'ended'
          when lead.call_by <= coalesce(${now ?? null}::timestamptz, now()) then 'late' else 'waits' end as outcome
      from lead cross join lateral (select least(lead.met_at,
        (select min(created_at) from lead_contact where lead_id = lead.id)) as at) first
      where ${inCohort(filter, time)}
    )
    select summed.*, person.name from (
      select consultant_id as "consultantId", grouping(consultant_id) = 1 as "isAll", count(*)::int as leads,
        count(*) filter (where outcome = 'within')::int as within,
        count(*) filter (where outcome = 'later')::int as later,
        count(*) filter (where outcome = 'unknown')::int as unknown,
        count(*) filter (where outcome = 'late')::int as late,
        count(*) filter (where outcome = 'waits')::int as waits,
        count(*) filter (where outcome = 'ended')::int as ended,
        count(hours)::int as tried, percentile_cont(0.5) within group (order by hours) as "medianHours",
        percentile_cont(0.9) within group (order by hours) as "ninetiethHours"
      from called group by grouping sets ((), (consultant_id))
    ) summed left join person on person.id = summed."consultantId"
    order by "isAll" desc, leads desc, name nulls last`;
}
