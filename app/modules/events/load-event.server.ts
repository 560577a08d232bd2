import { Prisma } from "#app/generated.server/prisma/client.ts";
import { storeNamed } from "#app/modules/club/store-sql.server.ts";
import { isGoldMember } from "#app/modules/standing/load-tier-statuses.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { describeEvent, type EventPage, type KeptEvent } from "./event-page.ts";
import type { KeptState } from "./event-state.ts";
import type { KeptWait } from "./event-wait.ts";
import { type PackedPlaceFacts, placeFacts, readPlaceFacts } from "./places-sql.server.ts";
import { readPlan } from "./plan.ts";

type Row = {
  id: number;
  slug: string;
  state: KeptState;
  plan: unknown;
  version: number;
  facts: PackedPlaceFacts;
  cancelReason: string | null;
  stores: InBoth[];
  movedFrom: string | null;
  wait: KeptWait | null;
};

/**
 * That it is still open whether an event takes place, as jsonb; null where it is not, as once it was moved or cancelled.
 * Over the row `event`.
 */
export const STANDING_WAIT = Prisma.sql`
  (select jsonb_build_object('id', wait.id, 'decideBy', wait.decide_by,
      'reason', jsonb_build_object('en', wait.reason_en, 'zh', wait.reason_zh))
    from event_wait wait where wait.event_id = event.id and wait.settled is null
      and wait.starts_at = event.starts_at and event.state = 'published')`;

/**
 * Reads an event that was published, with who holds its places, in one query.
 *
 * @returns null for a slug of none, and for a draft.
 */
export async function loadPublishedEvent(on: Db, slug: string): Promise<KeptEvent | null> {
  const [row] = await queryRows<Row>(
    on,
    Prisma.sql`
    select event.id, event.slug, event.state, event.plan, event.version,
      event.cancel_reason as "cancelReason", ${placeFacts(Prisma.sql`event.id`)} as facts,
      (select coalesce(jsonb_agg(${storeNamed()} order by id), '[]')
        from store where event.plan->'eligible'->'storeIds' @> to_jsonb(store.id)) as stores,
      (select plan->>'startsAt' from event_version where event_id = event.id
        and plan->>'startsAt' <> event.plan->>'startsAt' order by version desc limit 1) as "movedFrom",
      ${STANDING_WAIT} as wait
    from event where slug = ${slug} and state <> 'draft'`,
  );
  if (!row) return null;
  return {
    ...row,
    plan: readPlan(row.plan),
    facts: readPlaceFacts(row.facts),
    movedFrom: row.movedFrom === null ? null : new Date(row.movedFrom),
  };
}

/**
 * Reads an event's page for everybody, in one query.
 *
 * @param now for tests.
 * @returns null for an event that nobody may see.
 */
export async function loadPublicEvent(
  on: Db,
  slug: string,
  locale: Locale,
  now = new Date(),
): Promise<{ event: KeptEvent; page: EventPage } | null> {
  const event = await loadPublishedEvent(on, slug);
  return event && { event, page: describeEvent(event, false, locale, now) };
}

/**
 * Reads an event's page as it is open to a member, in two queries side by side.
 *
 * @param now for tests.
 * @returns null for an event that nobody may see.
 */
export async function loadOwnEvent(
  on: Db,
  slug: string,
  memberId: number,
  locale: Locale,
  now = new Date(),
): Promise<EventPage | null> {
  const [event, isGold] = await Promise.all([
    loadPublishedEvent(on, slug),
    isGoldMember(on, memberId, now),
  ]);
  return event && describeEvent(event, isGold, locale, now);
}
