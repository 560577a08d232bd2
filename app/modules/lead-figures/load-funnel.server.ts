import { Prisma } from "#app/generated.server/prisma/client.ts";
import { storeNamed } from "#app/modules/club/store-sql.server.ts";
import { STAGES, type Stage } from "#app/modules/leads/stage.ts";
import type { ClubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { inCohort, monthOfLead, monthsOf, placeOf } from "./cohort-sql.server.ts";
import type { FigureFilter, Source } from "./figure-filter.ts";
import { type EndedLeads, type FigureEnding, NONE_REACHED, type Reached } from "./funnel.ts";

/** The funnel of one month, store, consultant or source. */
export type FunnelLine = {
  /** `YYYY-MM`, or the id of a store or a consultant; null where there is none. */
  id: string | null;
  /** Of a store, or of a consultant. */
  name: InBoth | string | null;
  reached: Reached;
};

export type FunnelReport = {
  all: Reached;
  /** Every month of the filter, also those in which nobody was named. */
  months: FunnelLine[];
  stores: FunnelLine[];
  consultants: FunnelLine[];
  sources: (FunnelLine & { id: Source })[];
  /** The most frequent first. */
  ended: EndedLeads[];
};

/** By what a line of the query sums up: what `grouping` says of it. */
const BY = { 31: "all", 15: "month", 23: "store", 27: "consultant", 29: "source", 30: "ending" };

type Row = {
  by: keyof typeof BY;
  month: number | null;
  storeId: number | null;
  consultantId: number | null;
  source: Source | null;
  ending: FigureEnding | null;
  reason: string | null;
  name: InBoth | string | null;
  leads: number;
  /** Of the stages after the first, in their order. */
  reached: number[];
};

/**
 * The funnel of the friends who were named in a time, as a whole and by month, store, consultant and source, and what
 * became of those who came to nothing. The leads are read once.
 */
export async function loadFunnel(
  on: Db,
  filter: FigureFilter,
  time: ClubTime,
): Promise<FunnelReport> {
  const counts = STAGES.slice(1).map(
    (_, place) => Prisma.sql`count(*) filter (where place > ${place + 1})::int`,
  );
  const rows = await on.$queryRaw<Row[]>`
    with named as materialized (
      select ${monthOfLead(filter, time)} as month, lead.store_id, lead.consultant_id, lead.source,
        ${placeOf("lead.stage")} as place, case when lead.review = 'refused' then 'not-taken' else lead.ended end as ending,
        lead.end_reason as reason
      from lead where ${inCohort(filter, time)})
    select summed.*, coalesce(${storeNamed()}, to_jsonb(person.name)) as name from (
      select grouping(month, store_id, consultant_id, source, ending) as by, month, store_id as "storeId",
        consultant_id as "consultantId", source, ending, reason, count(*)::int as leads,
        array[${Prisma.join(counts)}] as reached
      from named group by grouping sets ((), (month), (store_id), (consultant_id), (source), (ending, reason))
    ) summed left join store on store.id = summed."storeId" left join person on person.id = summed."consultantId"
    order by leads desc, coalesce(store.name, person.name), source, ending, reason`;
  const by = (what: (typeof BY)[Row["by"]]) => rows.filter((row) => BY[row.by] === what);
  const byMonth = new Map(by("month").map((row) => [row.month, reachedIn(row)]));
  const lines = (what: "store" | "consultant", key: "storeId" | "consultantId") =>
    by(what).map((row) => ({
      id: row[key] === null ? null : String(row[key]),
      name: row.name,
      reached: reachedIn(row),
    }));
  const [all] = by("all");
  return {
    all: all ? reachedIn(all) : { ...NONE_REACHED },
    months: monthsOf(filter).map((month, place) => ({
      id: month,
      name: null,
      reached: byMonth.get(place + 1) ?? { ...NONE_REACHED },
    })),
    stores: lines("store", "storeId"),
    consultants: lines("consultant", "consultantId"),
    sources: by("source").map((row) => ({
      id: row.source as Source,
      name: null,
      reached: reachedIn(row),
    })),
    ended: by("ending").flatMap(({ ending, reason, leads }) =>
      ending === null ? [] : [{ ending, reason, leads }],
    ),
  };
}

const reachedIn = ({ leads, reached }: Row): Reached =>
  Object.fromEntries(
    STAGES.map((stage, place): [Stage, number] => [
      stage,
      place === 0 ? leads : (reached[place - 1] ?? 0),
    ]),
  ) as Reached;
