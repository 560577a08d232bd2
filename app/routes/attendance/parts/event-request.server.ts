import {
  type EventOfDay,
  loadEventOfDay,
} from "#app/modules/attendance/load-event-of-day.server.ts";
import { db } from "#app/platform/db.server.ts";

/**
 * The event that a page is about.
 *
 * @throws Response 404 where there is none that was ever published.
 */
export async function requireEvent(id: number): Promise<EventOfDay> {
  const event = await loadEventOfDay(db(), id);
  if (!event) throw new Response(null, { status: 404 });
  return event;
}
