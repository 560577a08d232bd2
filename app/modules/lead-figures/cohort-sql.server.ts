import { Prisma } from "#app/generated.server/prisma/client.ts";
import { monthsBetween, monthsThrough } from "#app/modules/finance/months.ts";
import { instantsOf } from "#app/modules/gift-report/report-time.ts";
import { STAGES } from "#app/modules/leads/stage.ts";
import type { ClubTime } from "#app/platform/club-time.ts";
import type { FigureFilter, Whose } from "./figure-filter.ts";

/** The months of a filter, the first to the last. */
export const monthsOf = ({ from, to }: FigureFilter): string[] =>
  monthsThrough(to, monthsBetween(from, to) + 1);

/**
 * Which rows of `lead` figures are about: friends named in these months of the club. What was merged is counted as
 * the lead that it goes on as.
 */
export function inCohort(filter: FigureFilter, time: ClubTime): Prisma.Sql {
  const { from, until } = instantsOf(filter, time);
  return Prisma.sql`lead.created_at >= ${from}::timestamptz and lead.created_at < ${until}::timestamptz
    and lead.ended is distinct from 'merged' ${narrowed(filter)}`;
}

/** The part of a filter that is not about time. */
export function narrowed({ store, consultant, source }: FigureFilter): Prisma.Sql {
  const of = source === null ? Prisma.empty : Prisma.sql`and lead.source = ${source}`;
  return Prisma.sql`${whose("lead.store_id", store)} ${whose("lead.consultant_id", consultant)} ${of}`;
}

function whose(column: "lead.store_id" | "lead.consultant_id", asked: Whose): Prisma.Sql {
  if (asked === null) return Prisma.empty;
  const is = asked === "none" ? Prisma.sql`is null` : Prisma.sql`= ${asked}::int`;
  return Prisma.sql`and ${Prisma.raw(column)} ${is}`;
}

/** In which of the filter's months a lead was named, the first being 1: by the club's clock. */
export function monthOfLead(filter: FigureFilter, time: ClubTime): Prisma.Sql {
  const starts = monthsOf(filter).map((month) => time.startOfDay(`${month}-01`));
  return Prisma.sql`width_bucket(lead.created_at, ${starts}::timestamptz[])`;
}

/** The place of a stage on the way, the first being 1. */
export const placeOf = (column: "lead.stage" | "step.stage"): Prisma.Sql =>
  Prisma.sql`array_position(${[...STAGES]}::text[], ${Prisma.raw(column)})`;
