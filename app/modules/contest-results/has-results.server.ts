import type { Db } from "#app/platform/db.server.ts";

/** Whether a ranking of a contest of an event is public. */
export async function hasResults(on: Db, slug: string): Promise<boolean> {
  const [row] = await on.$queryRaw<[{ is: boolean }]>`
    select exists (select from contest join event on event.id = contest.event_id
      where event.slug = ${slug} and contest.state = 'published') as is`;
  return row.is;
}
