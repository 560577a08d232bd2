import type { KeptState } from "#app/modules/events/event-state.ts";
import { typedFrom } from "#app/modules/events/typed-event.ts";
import type { Db } from "#app/platform/db.server.ts";

/** One of a series, by its day of the club's clock. */
export type SeriesEvent = { eventId: number; state: KeptState; day: string };

/** All of a series in the order of their days; none of an event that is in none. */
export async function loadSeries(on: Db, seriesId: number | null): Promise<SeriesEvent[]> {
  if (seriesId === null) return [];
  const rows = await on.event.findMany({
    where: { seriesId },
    select: { id: true, state: true, typed: true },
  });
  return rows
    .map(({ id, state, typed }) => ({
      eventId: id,
      state: state as KeptState,
      day: typedFrom(typed).startsAt.slice(0, 10),
    }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.eventId - b.eventId));
}
