import type { ClubTime, Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";

/** What an odometer showed, and on which day of the club. */
export type Reading = { km: number; on: Day };

/** The latest reading of a car's odometer up to and with a day: from invoices, its owners and the desk. */
export async function lastReading(
  db: Db,
  carId: number,
  upTo: Day,
  time: ClubTime,
): Promise<Reading | null> {
  const [row] = await db.$queryRaw<Reading[]>`
    select km, "on"::text from (
      (select odometer_km as km, (settled_at at time zone ${time.zone})::date as "on"
       from service_order
       where car_id = ${carId} and state = 'settled' and odometer_km is not null
         and settled_at < ${time.endOfDay(upTo)}
       order by settled_at desc limit 1)
      union all
      (select km, read_on from odometer_reading
       where car_id = ${carId} and read_on <= ${upTo}::date
       order by read_on desc, id desc limit 1)
    ) as latest
    order by "on" desc, km desc limit 1`;
  return row ?? null;
}
