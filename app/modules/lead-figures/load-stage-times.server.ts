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

type Row = Pick<StageTime, "passed" | "there" | "ended"> & {
  place: number | null;
  /** The median, and what nine of ten do not exceed. */
  days: [number, number] | null;
};

/**
 * How long the leads of a time were at each stage: from when they came to it, the last time, to when they came to the
 * next one they were at. A stage that was skipped has no time, and one that was gone back behind begins anew.
 */
export async function loadStageTimes(
  on: Db,
  filter: FigureFilter,
  time: ClubTime,
): Promise<StageTime[]> {
  const cohort = inCohort(filter, time);
  const rows = await on.$queryRaw<Row[]>`
    with moved as (
      select step.id, step.lead_id, step.created_at as at, ${placeOf("step.stage")} as place, lead.ended,
        min(${placeOf("step.stage")}) over (partition by step.lead_id order by step.id desc
          rows between unbounded preceding and 1 preceding) as lowest_after
      from lead join lead_step step on step.lead_id = lead.id
      where step.step in ('handed-in', 'moved') and ${cohort}
    ), stays as (
      select place, ended,
        extract(epoch from lag(at) over (partition by lead_id order by id desc) - at)::float8 / 86400 as days
      from moved where lowest_after is null or lowest_after > place
    )
    select place, count(days)::int as passed, percentile_cont(array[0.5, 0.9]) within group (order by days) as days,
      count(*) filter (where days is null and ended is null)::int as there,
      count(*) filter (where days is null and ended is not null)::int as ended
    from stays where place < ${STAGES.length} group by place
    union all
    select null, count(*)::int, percentile_cont(array[0.5, 0.9]) within group
      (order by extract(epoch from lead.delivered_at - lead.created_at)::float8 / 86400), null, null
    from lead where lead.stage = 'delivered' and ${cohort}`;
  return [...STAGES.slice(0, -1), "all"].map((stage, place): StageTime => {
    const row = rows.find((row) => row.place === (stage === "all" ? null : place + 1));
    const { days, passed, there, ended } = row ?? NOBODY;
    const [medianDays = null, ninetiethDays = null] = days ?? [];
    return { stage: stage as StageTime["stage"], passed, medianDays, ninetiethDays, there, ended };
  });
}

const NOBODY: Row = { place: null, passed: 0, days: null, there: 0, ended: 0 };
