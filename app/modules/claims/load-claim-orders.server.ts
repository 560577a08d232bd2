import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Visit } from "#app/modules/garage/visit.ts";
import { readVisit, VISIT_COLUMNS, type VisitRow } from "#app/modules/garage/visit-row.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";

/** An order that may be the one that is missed. */
export type ClaimOrder = Visit & {
  plate: string | null;
  model: string | null;
  /** Why it is here: the number, or a car of theirs within days of the visit, or nobody's on that day. */
  because: "number" | "car" | "day";
  whose: "theirs" | "nobody" | "another";
};

const MOST = 30;
const DAYS_AROUND = 7;

type Asked = {
  memberId: number;
  /** The number of the claim, or another that somebody looks for. */
  orderNumber: string | null;
  storeId: number | null;
  visitedOn: Day | null;
};

/**
 * Orders that a claim may be about: those of its number at whichever store, those of the member's cars within
 * a week of the day, and those of that day and store whose car nobody holds. Of another member's order
 * no more is told than that it is one.
 */
export async function loadClaimOrders(db: Db, claim: Asked): Promise<ClaimOrder[]> {
  const [rows, book] = await Promise.all([
    db.$queryRaw<(VisitRow & Pick<ClaimOrder, "plate" | "model" | "because" | "whose">)[]>`
      select ${VISIT_COLUMNS}, visit.plate, visit.model, found.because,
        case when visit.member_id = ${claim.memberId} then 'theirs'
          when visit.member_id is null then 'nobody' else 'another' end as whose
      from (
        select distinct on (id) id, place, because from (${candidates(claim)}) every order by id, place
      ) found
      join service_order visit on visit.id = found.id
      order by found.place, visit.settled_at desc, visit.id limit ${MOST}`,
    loadRuleBook(),
  ]);
  return rows.map((row) => ({
    ...readVisit(row, book),
    plate: row.plate,
    model: row.model,
    because: row.because,
    whose: row.whose,
  }));
}

function candidates({ memberId, orderNumber, storeId, visitedOn }: Asked): Prisma.Sql {
  const byNumber = Prisma.sql`
    select o.id, 1 as place, 'number' as because
    from store join service_order o on o.store_id = store.id and o.order_number = ${orderNumber}`;
  if (visitedOn === null) return byNumber;
  const midnight = (days: number) => Prisma.sql`
    ((${visitedOn}::date + ${days}::int)::timestamp at time zone (select time_zone from club))`;
  const span = (days: number) => Prisma.sql`between ${midnight(-days)} and ${midnight(days + 1)}`;
  return Prisma.sql`${byNumber}
    union all
    select o.id, 2, 'car' from service_order o
    where o.member_id = ${memberId} and o.settled_at ${span(DAYS_AROUND)}
    union all
    select o.id, 2, 'car'
    from car_holding held join car on car.id = held.car_id
    join service_order o on o.car_id = car.id or o.vin = car.vin or o.written_vin = car.vin or o.plate = car.plate
    where held.member_id = ${memberId} and o.member_id is null and o.settled_at ${span(DAYS_AROUND)}
    union all
    select o.id, 3, 'day' from service_order o
    where o.member_id is null and o.settled_at ${span(0)}
      and o.store_id = coalesce(${storeId}::int, o.store_id)`;
}
