import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadClub } from "#app/modules/membership/load-club.server.ts";
import { loadRuleBook } from "#app/modules/membership/load-rule-book.server.ts";
import { clubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { guessNextService, type NextService } from "./next-service.ts";
import type { Visit } from "./visit.ts";
import { readVisit, VISIT_COLUMNS, type VisitRow } from "./visit-row.server.ts";

/** A car in its holder's garage. */
export type GarageCar = {
  id: number;
  plate: string | null;
  model: string | null;
  vin: string | null;
  /** The last day it was this member's; null while it still is. */
  heldThrough: Day | null;
  /** The latest reading there is, and its day. */
  odometer: { km: number; on: Day } | null;
  next: NextService | null;
  /** The latest visits, the latest first. */
  visits: Visit[];
  /** Whether there are older visits. */
  more: boolean;
};

type CarRow = {
  id: number;
  plate: string | null;
  model: string | null;
  vin: string | null;
  held_until: Date | null;
};

/** Visits of a car on the page of all cars, and on its own. */
const VISITS = 6;
const CAR_VISITS = 20;

/** Readings needed to tell a car's pace are among its latest visits. */
type Place = { settledAt: Date; orderId: number };

/**
 * Reads a member's cars, those they hold first, each with its latest visits. An order is theirs when it
 * was booked to them, or when it was settled while they held the car; a former holder's never is.
 *
 * @param only one car, with more of its visits and from a place in its history downwards.
 * @returns an empty list for a member without cars, or when `only` is not one of theirs.
 */
export async function loadGarage(
  db: Db,
  memberId: number,
  only?: { carId: number; before: Place | null },
): Promise<GarageCar[]> {
  const [cars, book, { timeZone }] = await Promise.all([
    loadCars(db, memberId, only?.carId),
    loadRuleBook(),
    loadClub(),
  ]);
  if (cars.length === 0) return [];
  const time = clubTime(timeZone);
  const limit = only ? CAR_VISITS : VISITS;
  const rows = await loadVisits(db, memberId, cars, only?.before ?? null, limit + 1);
  return cars.map((car) => {
    const ofCar = rows.filter((row) => row.car_id === car.id);
    const visits = ofCar.slice(0, limit).map((row) => readVisit(row, book));
    const read = ofCar.find((row) => row.odometer_km !== null);
    return {
      id: car.id,
      plate: car.plate,
      model: car.model,
      vin: car.vin,
      heldThrough: car.held_until && time.dayOf(new Date(car.held_until.getTime() - 1)),
      odometer: read ? { km: read.odometer_km as number, on: time.dayOf(read.settled_at) } : null,
      next: car.held_until
        ? null
        : guessNextService(
            ofCar
              .filter((row) => row.state === "settled")
              .map((row) => ({
                day: time.dayOf(row.settled_at),
                odometerKm: row.odometer_km,
                maintenance: row.kind === "maintenance",
              })),
          ),
      visits,
      more: ofCar.length > limit,
    };
  });
}

/** Each car once, however often it came back; without an end while it is held. */
function loadCars(db: Db, memberId: number, carId?: number): Promise<CarRow[]> {
  return db.$queryRaw<CarRow[]>`
    select car.id, car.plate, car.model, car.vin, held.until as held_until
    from (
      select car_id, min(starts_at) as since,
          case when bool_or(ends_at is null) then null else max(ends_at) end as until
        from car_holding
        where member_id = ${memberId} and (${carId ?? null}::int is null or car_id = ${carId ?? null}::int)
        group by car_id
    ) held
    join car on car.id = held.car_id
    order by held.until is not null, held.until desc, held.since, car.id`;
}

function loadVisits(
  db: Db,
  memberId: number,
  cars: readonly CarRow[],
  before: Place | null,
  limit: number,
): Promise<(VisitRow & { car_id: number })[]> {
  const below = before
    ? Prisma.sql`and (visit.settled_at, visit.id) < (${before.settledAt}::timestamptz, ${before.orderId}::int)`
    : Prisma.empty;
  return db.$queryRaw<(VisitRow & { car_id: number })[]>`
    select latest.* from unnest(${cars.map((car) => car.id)}::int[]) as asked (car_id)
    cross join lateral (
      select ${VISIT_COLUMNS}, visit.car_id
      from service_order visit
      where visit.car_id = asked.car_id ${below}
        and (visit.member_id = ${memberId} or visit.member_id is null and exists (
          select from car_holding holding
          where holding.car_id = visit.car_id and holding.member_id = ${memberId}
            and holding.starts_at <= visit.settled_at
            and (holding.ends_at is null or holding.ends_at > visit.settled_at)))
      order by visit.settled_at desc, visit.id desc limit ${limit}
    ) latest`;
}
