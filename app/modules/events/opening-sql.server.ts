import { Prisma } from "#app/generated.server/prisma/client.ts";
import { opensFor } from "./event-state.ts";
import { placesLeft } from "./places.ts";
import { type PackedPlaceFacts, placeFacts, readPlaceFacts } from "./places-sql.server.ts";
import { readListedPlan } from "./plan.ts";

/** An event that somebody could come to. */
export type OpenEvent = { slug: string; titleEn: string; titleZh: string; startsAt: Date };

/** What {@link openEvents} gives, as it comes out of the database. */
export type PackedOpenEvents = { slug: string; plan: unknown; facts: PackedPlaceFacts }[];

/**
 * The next events that ask nothing of who comes and that a member is not registered for, as one jsonb for
 * {@link nextOpenEvent}: a few, as some may be full.
 */
export const openEvents = (memberId: Prisma.Sql, now: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  select coalesce(jsonb_agg(jsonb_build_object('slug', slug, 'plan', plan,
      'facts', ${placeFacts(Prisma.sql`open.id`)}) order by starts_at, id), '[]')
  from (select id, slug, plan, starts_at from event
    where state = 'published' and starts_at > ${now} and starts_at < ${now} + interval '45 days'
      and plan->'eligible'->'programmes' = '[]' and plan->'eligible'->'storeIds' = '[]'
      and plan->'eligible'->'carModels' = '[]' and plan->'eligible'->'activeWithinMonths' = 'null'
      and not exists (select from registration party where party.event_id = event.id
        and party.member_id = ${memberId})
    order by starts_at, id limit 3) open)`;

/** The first of them that a member can register for now, and get a place; null where there is none. */
export function nextOpenEvent(
  events: PackedOpenEvents,
  isGold: boolean,
  now: Date,
): OpenEvent | null {
  for (const { slug, plan: kept, facts } of events) {
    const plan = readListedPlan(kept);
    const { title, startsAt, closesAt, eligible } = plan;
    const mayCome = opensFor(plan, isGold) <= now && now < closesAt;
    if (!mayCome || (eligible.goldOnly && !isGold)) continue;
    if (placesLeft(plan, readPlaceFacts(facts)).full) continue;
    return { slug, titleEn: title.en, titleZh: title.zh, startsAt };
  }
  return null;
}
