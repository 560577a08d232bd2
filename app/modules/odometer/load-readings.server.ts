import { loadClub } from "#app/modules/club/load-club.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Reading } from "./odometer-reading.ts";

/** A line of a car's odometer log. */
export type LoggedReading = Reading & {
  source: "visit" | "owner" | "desk";
  /** Of a reading that its owner wrote down; null of others, which stay with their visit. */
  ownId: number | null;
  /** It was written down by mistake: why. */
  voidReason: string | null;
};

/** The log shows as many; a car that is read every week for six years has fewer. */
const MOST = 300;

/**
 * What a car's odometer said while it has been this member's: on invoices, and as read in between, the
 * latest first, of one day the last word first. A former holder's readings are not among them.
 */
export async function loadReadings(
  db: Db,
  memberId: number,
  carId: number,
): Promise<LoggedReading[]> {
  const { timeZone } = await loadClub(db);
  return db.$queryRaw<LoggedReading[]>`
    select day::text, km, source, "ownId", "voidReason" from (
      select read_on as day, km, source, case when source = 'owner' then id end as "ownId",
        void_reason as "voidReason", created_at as came_at, id
      from odometer_reading
      where car_id = ${carId} and member_id = ${memberId}
      union all
      select (settled_at at time zone ${timeZone})::date, odometer_km, 'visit', null, null, created_at, id
      from service_order
      where car_id = ${carId} and member_id = ${memberId} and state = 'settled' and odometer_km is not null
    ) log
    order by day desc, came_at desc, id desc limit ${MOST}`;
}

/** What a car's odometer said, whoever held it: of each of the latest days, in the order in which it came in. */
export async function loadDial(db: Db, carId: number): Promise<Reading[]> {
  const { timeZone } = await loadClub(db);
  return db.$queryRaw<{ day: Day; km: number }[]>`
    select day::text, km from (
      select * from (
        (select read_on as day, km, created_at as came_at, id from odometer_reading
          where car_id = ${carId} and voided_at is null order by read_on desc, id desc limit ${MOST})
        union all
        (select (settled_at at time zone ${timeZone})::date, odometer_km, created_at, id from service_order
          where car_id = ${carId} and state = 'settled' and odometer_km is not null
          order by settled_at desc, id desc limit ${MOST})
      ) log
      order by day desc, came_at desc, id desc limit ${MOST}
    ) latest
    order by day, came_at, id`;
}
