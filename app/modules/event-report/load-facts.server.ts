import { Prisma } from "#app/generated.server/prisma/client.ts";
import { letIn } from "#app/modules/attendance/came-sql.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import type { EventFacts } from "./event-facts.ts";
import {
  FIRST_TIMERS,
  MEMBER_IDS,
  MONEY,
  newMembers,
  PARTIES,
  PARTY_GROUPS,
  PEOPLE_GROUPS,
  POINTS,
  STRANGERS,
  TYPED,
} from "./facts-sql.server.ts";
import { ALBUM, CONTESTS, IMPACT, prizes } from "./found-sql.server.ts";

/** By whose calendar, and in which money. */
export type ClubTerms = { timeZone: string; currency: string };

/**
 * An event, and of those that were over before it began, and to which somebody came, the one that it is held beside: the
 * last one of its series, else of its kind, else any. As a list of ids, each with why it is in it (`likeness`, null of the event itself).
 */
export const withTheOneBefore = (eventId: number, now: Date): Prisma.Sql => Prisma.sql`
  select id, null as likeness from event where id = ${eventId}
  union all (
    select earlier.id, case when earlier.series_id = this.series_id then 'series'
      when earlier.plan->>'kind' = this.plan->>'kind' then 'kind' else 'any' end
    from event this join event earlier on earlier.state = 'published'
      and earlier.ends_at <= least(this.starts_at, ${now}::timestamptz) and earlier.id <> this.id
    where this.id = ${eventId} and exists (select from attendance_outcome outcome
      where outcome.event_id = earlier.id and outcome.outcome = 'came')
    order by (earlier.series_id = this.series_id) is true desc,
      (earlier.plan->>'kind' = this.plan->>'kind') desc, earlier.ends_at desc, earlier.id desc limit 1)`;

/** Some events, by their ids. */
export const theseEvents = (eventIds: readonly number[]): Prisma.Sql =>
  Prisma.sql`select unnest(${eventIds}::int[]) as id, null as likeness`;

/** All that the books hold of some events, in one query; a draft is in no books. */
export function loadFacts(
  on: Db,
  events: Prisma.Sql,
  { timeZone, currency }: ClubTerms,
): Promise<EventFacts[]> {
  return queryRows<EventFacts>(
    on,
    Prisma.sql`
    with wanted as materialized (
      select event.*, asked.likeness from (${events}) asked
      join event on event.id = asked.id and event.state <> 'draft'
    ),
    let_in as materialized (${letIn(Prisma.sql`select id from wanted`)}),
    ${PARTIES}
    select wanted.id as "eventId", wanted.slug, wanted.plan->'title' as title, wanted.plan->'brackets' as brackets,
      wanted.state, wanted.cancel_reason as "cancelReason", wanted.likeness,
      to_jsonb(wanted.starts_at) as "startsAt", to_jsonb(wanted.ends_at) as "endsAt",
      ${PARTY_GROUPS} as parties, ${PEOPLE_GROUPS} as people, ${STRANGERS} as strangers,
      ${MEMBER_IDS} as "memberIds", ${FIRST_TIMERS} as "firstTimers", ${newMembers(timeZone)} as "newMembers",
      ${MONEY} as money, ${POINTS} as points, ${TYPED} as typed, ${prizes(currency)} as prizes,
      ${IMPACT} as impact, ${ALBUM} as album, ${CONTESTS} as contests
    from wanted`,
  );
}
