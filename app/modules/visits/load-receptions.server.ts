import { Prisma } from "#app/generated.server/prisma/client.ts";
import { storeNamed } from "#app/modules/club/store-sql.server.ts";
import type { ClubTime, Day } from "#app/platform/club-time.ts";
import { addDays } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";

/** A member's coming to the workshop, as the desk recorded it. */
export type Reception = {
  id: number;
  day: Day;
  store: InBoth;
  plate: string | null;
  odometerKm: number | null;
  orderNumber: string | null;
  note: string | null;
  member: { number: string; name: string };
  /** Its order is on file by now. */
  hasOrder: boolean;
  /** Its order was typed with it. */
  orderTyped: boolean;
  /** Its invoice waits for a second person, or for the workshop's own row. */
  waits: boolean;
  /** It was recorded by mistake: why. */
  voidReason: string | null;
};

/** After so many days an order that has not come is asked for elsewhere. */
const WAITED_FOR_DAYS = 30;
const MOST_OPEN = 8;
const MOST_OF_A_DAY = 50;

/** A member's visits whose orders have not come yet or were typed, and those that were void, the latest first. */
export function loadOpenReceptions(db: Db, memberId: number, time: ClubTime, today: Day) {
  return load(
    db,
    time,
    Prisma.sql`reception.member_id = ${memberId}
      and reception.visited_on >= ${addDays(today, -WAITED_FOR_DAYS)}::date`,
    Prisma.sql`where not "hasOrder" or "orderTyped" or "voidReason" is not null limit ${MOST_OPEN}`,
  );
}

/** Who came on a day, at all stores, the latest recorded first; at most {@link MOST_OF_A_DAY}. */
export function loadReceptionsOf(db: Db, day: Day, time: ClubTime) {
  return load(
    db,
    time,
    Prisma.sql`reception.visited_on = ${day}::date`,
    Prisma.sql`limit ${MOST_OF_A_DAY}`,
  );
}

/** An order is a visit's by its number, or where none was typed by its car, store and day. */
function load(
  db: Db,
  { zone }: ClubTime,
  which: Prisma.Sql,
  rest: Prisma.Sql,
): Promise<Reception[]> {
  return db.$queryRaw<Reception[]>`
    with visit as (
      select reception.id, reception.visited_on::text as day, ${storeNamed()} as store,
        car.plate, reception.odometer_km as "odometerKm",
        reception.order_number as "orderNumber", reception.note,
        exists (select from adjustment_request asked
          where asked.kind = 'visit' and asked.state = 'waiting'
            and asked.details ->> 'receptionId' = reception.id::text) as waits,
        reception.order_typed as "orderTyped", reception.void_reason as "voidReason",
        jsonb_build_object('number', member.number, 'name', person.name) as member,
        reception.order_id is not null
          or exists (select from service_order ordered
            where ordered.store_id = reception.store_id
              and ordered.order_number = reception.order_number)
          or reception.order_number is null and exists (select from service_order ordered
            where ordered.car_id = reception.car_id and ordered.store_id = reception.store_id
              and ordered.settled_at >= reception.visited_on::timestamp at time zone ${zone}
              and ordered.settled_at < (reception.visited_on + 1)::timestamp at time zone ${zone})
          as "hasOrder"
      from reception
      join store on store.id = reception.store_id
      join member on member.id = reception.member_id
      join person on person.id = member.person_id
      left join car on car.id = reception.car_id
      where ${which}
      order by reception.visited_on desc, reception.id desc
    )
    select * from visit ${rest}`;
}
