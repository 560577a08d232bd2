import { loadClub } from "#app/modules/club/load-club.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Reading } from "./odometer-reading.ts";

/** A line of a car's odometer log. */
export type LoggedReading = Reading & { source: "visit" | "owner" | "desk" };

/** The log shows as many; a car that is read every week for six years has fewer. */
const MOST = 300;

/**
 * What a car's odometer said while it has been this member's: on invoices, and as read in between, the
 * latest first. A former holder's readings are not among them.
 */
export async function loadReadings(
  db: Db,
  memberId: number,
  carId: number,
): Promise<LoggedReading[]> {
  const { timeZone } = await loadClub(db);
  const rows = await db.$queryRaw<{ day: Day; km: number; source: LoggedReading["source"] }[]>`
    select day::text, km, source from (
      select read_on as day, km, source from odometer_reading
      where car_id = ${carId} and member_id = ${memberId}
      union all
      select (settled_at at time zone ${timeZone})::date, odometer_km, 'visit' from service_order
      where car_id = ${carId} and member_id = ${memberId} and state = 'settled' and odometer_km is not null
    ) log
    order by day desc, km desc limit ${MOST}`;
  return rows;
}
