import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import type { KeptState } from "./event-state.ts";

/** The keys of an event's questions that somebody has answered, be it that they come no more. */
export async function loadAnsweredQuestions(on: Db, eventId: number): Promise<Set<string>> {
  const rows = await on.$queryRaw<{ question: string }[]>`
    select distinct answer->>'question' as question from (
      select answers from registration where event_id = ${eventId}
      union all select answers from registration_person where event_id = ${eventId}) given,
      jsonb_array_elements(given.answers) answer`;
  return new Set(rows.map(({ question }) => question));
}

export type EventPeople = {
  eventId: number;
  state: KeptState;
  title: InBoth;
  /** That have places. */
  parties: number;
  people: number;
  /** Places in the line. */
  waiting: number;
};

/** Whom a change of an event concerns; null of one that was never published. */
export async function loadEventPeople(on: Db, eventId: number): Promise<EventPeople | null> {
  const [row] = await queryRows<EventPeople>(
    on,
    Prisma.sql`
    select id as "eventId", state, plan->'title' as title,
      (select count(*)::int from registration
        where event_id = event.id and state = 'registered') as parties,
      (select count(*)::int from registration_person
        where event_id = event.id and state = 'coming') as people,
      (select count(*)::int from waitlist_entry
        where event_id = event.id and state = 'open') as waiting
    from event where id = ${eventId} and plan is not null`,
  );
  return row ?? null;
}
