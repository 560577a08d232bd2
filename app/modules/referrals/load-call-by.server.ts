import { readLeadClock } from "#app/modules/leads/lead-clock.server.ts";
import { dueWithin } from "#app/modules/working-hours/due-within.ts";
import type { Db } from "#app/platform/db.server.ts";

/** By when a friend is called for the first time whom somebody names at an instant, by the club's hours. */
export async function loadCallBy(db: Db, now = new Date()): Promise<Date> {
  const { hours, time, referrals } = await readLeadClock(db, { storeId: null, now });
  return dueWithin(now, referrals.firstContactHours, hours, time);
}
