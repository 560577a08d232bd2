import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import type { NextService } from "#app/modules/odometer/next-service.ts";
import type { Reading } from "#app/modules/odometer/odometer-reading.ts";
import {
  type PackedServiceLog,
  serviceFacts,
  serviceLog,
} from "#app/modules/odometer/service-log.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { clubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Visit } from "./visit.ts";
import { readVisit, VISIT_COLUMNS, type VisitRow } from "./visit-row.server.ts";

/** A car in its holder's garage. */
export type GarageCar = {
  id: number;
  plate: string | null;
  model: string | null;
  vin: string | null;
  /** The first day it was this member's. */
  heldSince: Day;
  /** The last day it was this member's; null while it still is. */
  heldThrough: Day | null;
  /** They said so themselves, and may take it back. */
  endedByThem: boolean;
  /** The latest reading there is, and its day. */
  odometer: Reading | null;
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
  held_since: Date;
  held_until: Date | null;
  end_cause: string | null;
  log: PackedServiceLog;
};

/** Visits of a car on the page of all cars, and on its own. */
const VISITS = 6;
const CAR_VISITS = 20;

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
    const { odometer, next } = serviceFacts(car.log, time);
    return {
      id: car.id,
      plate: car.plate,
      model: car.model,
      vin: car.vin,
      heldSince: time.dayOf(car.held_since),
      heldThrough: car.held_until && time.dayOf(new Date(car.held_until.getTime() - 1)),
      endedByThem: car.held_until !== null && ["sold", "replaced"].includes(car.end_cause ?? ""),
      odometer,
      next: car.held_until ? null : next,
      visits,
      more: ofCar.length > limit,
    };
  });
}

/**
 * Each car once, however often it came back; without an end while it is held. The plate of a car that was
 * theirs is as on their last invoice: by now it may be another's, or have gone along to the next car.
 */
function loadCars(db: Db, memberId: number, carId?: number): Promise<CarRow[]> {
  return db.$queryRaw<CarRow[]>`
    select car.id, car.model, car.vin, held.since as held_since, held.until as held_until,
      held.end_cause, ${serviceLog(Prisma.sql`car.id`, Prisma.sql`${memberId}::int`)} as log,
      case when held.until is null then car.plate
        else coalesce(
          (select plate from service_order
            where car_id = car.id and member_id = ${memberId} order by settled_at desc limit 1),
          case when not exists (
            select from car_holding later where later.car_id = car.id and later.starts_at >= held.until)
          then car.plate end)
      end as plate
    from (
      select car_id, min(starts_at) as since,
          case when bool_or(ends_at is null) then null else max(ends_at) end as until,
          (array_agg(end_cause order by ends_at desc, id desc))[1] as end_cause
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
            and coalesce(holding.history_from, holding.starts_at) <= visit.settled_at
            and (holding.ends_at is null or holding.ends_at > visit.settled_at)))
      order by visit.settled_at desc, visit.id desc limit ${limit}
    ) latest`;
}
