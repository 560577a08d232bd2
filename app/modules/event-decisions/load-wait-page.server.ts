import { Prisma } from "#app/generated.server/prisma/client.ts";
import { isAudience, READERS } from "#app/modules/event-messages/audience-sql.server.ts";
import type { KeptWait } from "#app/modules/events/event-wait.ts";
import { STANDING_WAIT } from "#app/modules/events/load-event.server.ts";
import { type EventPlan, readPlan } from "#app/modules/events/plan.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import { proposedHour } from "./waiting.ts";

export type WaitPage = {
  event: Pick<EventPlan, "title" | "startsAt" | "endsAt">;
  wait: KeptWait | null;
  /** The parties that are told. */
  parties: number;
  /** What the form proposes. */
  decideBy: Date;
  isOver: boolean;
};

/**
 * What staff see who decide about an event in bad weather.
 *
 * @param now for tests.
 * @returns null where it is not published.
 */
export async function loadWaitPage(
  on: Db,
  eventId: number,
  now = new Date(),
): Promise<WaitPage | null> {
  const [row] = await queryRows<{ plan: unknown; wait: KeptWait | null; parties: number }>(
    on,
    Prisma.sql`
    select plan, ${STANDING_WAIT} as wait,
      (select count(*)::int from registration ${READERS} where registration.event_id = event.id
        and ${isAudience({ audience: "expected", session: null })}) as parties
    from event where id = ${eventId} and state = 'published'`,
  );
  if (!row) return null;
  const { title, startsAt, endsAt } = readPlan(row.plan);
  const proposed = proposedHour({ startsAt }, now);
  return {
    event: { title, startsAt, endsAt },
    wait: row.wait,
    parties: row.parties,
    decideBy: proposed < endsAt ? proposed : endsAt,
    isOver: now >= endsAt,
  };
}
