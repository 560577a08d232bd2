import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";

/** An event of which a contest's ranking is public. */
export type EventWithResults = { slug: string; title: InBoth; startsAt: Date };

const AT_MOST = 4;

/** The last events with a public ranking, the newest first, so that whoever was not there finds it too. */
export function loadLatestResults(on: Db): Promise<EventWithResults[]> {
  return queryRows<EventWithResults>(
    on,
    Prisma.sql`
    select slug, plan->'title' as title, starts_at as "startsAt" from event
    where state = 'published'
      and exists (select from contest where contest.event_id = event.id and contest.state = 'published')
    order by starts_at desc, id desc limit ${AT_MOST}`,
  );
}
