import { STAGES, type Stage } from "#app/modules/leads/stage.ts";
import type { ClubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inCohort, placeOf } from "./cohort-sql.server.ts";
import type { FigureFilter } from "./figure-filter.ts";

/** How long leads were at a stage before they came to a later one. */
export type StageTime = {
  /** `all`: from the day the friend was named to delivery. */
  stage: Exclude<Stage, "delivered"> | "all";
  /** Those that came farther; only theirs are the times. */
  passed: number;
  /** Days, by the calendar; null where nobody came farther. */
  medianDays: number | null;
  /** In so many days nine of ten were through. */
  ninetiethDays: number | null;
  /** Those that are there now, and those that ended there; null of the whole way. */
  there: number | null;
  ended: number | null;
};

type Row = Omit<StageTime, "stage"> & { place: number | null };

/**
 * How long the leads of a time were at each stage: from when they came to it, the last time, to when they came to the
 * next one they were at. A stage that was skipped has no time, and one that was gone back behind begins anew.
 */
export async function loadStageTimes(
  on: Db,
  filter: FigureFilter,
  time: ClubTime,
): Promise<StageTime[]> {
  const rows = await on.$queryRaw<Row[]>`
    with moved as (
      select step.id, step.lead_id, step.created_at as at, ${placeOf("step.stage")} as place, lead.ended,
        min(${placeOf("step.stage")}) over (partition by step.lead_id order by step.id desc
          rows between unbounded preceding and 1 preceding) as lowest_after
      from lead join lead_step step on step.lead_id = lead.id
      where step.step in ('handed-in', 'moved') and ${inCohort(filter, time)}
    ), stays as (
      select place, ended, extract(epoch from lag(at) over way - at)::float8 / 86400 as days,
        extract(epoch from at - last_value(at) over (way rows between unbounded preceding and unbounded following))
          ::float8 / 86400 as since_named
      from moved where lowest_after is null or lowest_after > place
      window way as (partition by lead_id order by id desc)
    )
    select place, count(days)::int as passed, percentile_cont(0.5) within group (order by days) as "medianDays",
      percentile_cont(0.9) within group (order by days) as "ninetiethDays",
      count(*) filter (where days is null and ended is null)::int as there,
      count(*) filter (where days is null and ended is not null)::int as ended
    from stays where place < ${STAGES.length} group by place
    union all
    select null, count(*)::int, percentile_cont(0.5) within group (order by since_named),
      percentile_cont(0.9) within group (order by since_named), null, null
    from stays where place = ${STAGES.length}`;
  return [...STAGES.slice(0, -1), "all"].map((stage, place): StageTime => {
    const row = rows.find((row) => row.place === (stage === "all" ? null : place + 1));
    const { place: _, ...times } = row ?? NOBODY;
    return { ...times, stage: stage as StageTime["stage"] };
  });
}

const NOBODY: Row = {
  place: null,
  passed: 0,
  medianDays: null,
  ninetiethDays: null,
  there: 0,
  ended: 0,
};
