import { Prisma } from "#app/generated.server/prisma/client.ts";
import { storeNamed } from "#app/modules/club/store-sql.server.ts";
import { entryPoints } from "#app/modules/ledger/entry-sql.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";

/** A visit that somebody is about to void. */
export type VisitToVoid = {
  id: number;
  number: string;
  name: string;
  day: Day;
  store: InBoth;
  plate: string | null;
  odometerKm: number | null;
  orderNumber: string | null;
  /** Points of the order that was typed with it; null where none was. */
  points: number | null;
  recordedBy: string | null;
  voidReason: string | null;
};

/** @returns null where there is no such visit. */
export async function loadVisitToVoid(db: Db, receptionId: number): Promise<VisitToVoid | null> {
  const [row] = await db.$queryRaw<VisitToVoid[]>`
    select reception.id, member.number, person.name, reception.visited_on::text as day,
      ${storeNamed()} as store, car.plate, reception.odometer_km as "odometerKm",
      reception.order_number as "orderNumber",
      case when reception.order_typed then
        coalesce(${entryPoints(Prisma.sql`typed.award_txn_id`)}, 0)::int end as points,
      (select name from person where id = reception.recorded_by) as "recordedBy",
      reception.void_reason as "voidReason"
    from reception
    join member on member.id = reception.member_id join person on person.id = member.person_id
    join store on store.id = reception.store_id
    left join car on car.id = reception.car_id
    left join service_order typed on typed.id = reception.order_id and reception.order_typed
    where reception.id = ${receptionId}`;
  return row ?? null;
}
