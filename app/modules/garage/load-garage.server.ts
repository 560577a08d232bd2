import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { clubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { guessNextService, type NextService, type ServiceVisit } from "./next-service.ts";
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
  held_since: Date;
  held_until: Date | null;
  end_cause: string | null;
};

type ReadingRow = { car_id: number; day: Day; km: number };

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
  const [rows, readings] = await Promise.all([
    loadVisits(db, memberId, cars, only?.before ?? null, limit + 1),
    loadLatestReadings(db, memberId, cars),
  ]);
  return cars.map((car) => {
    const ofCar = rows.filter((row) => row.car_id === car.id);
    const visits = ofCar.slice(0, limit).map((row) => readVisit(row, book));
    const read = readings.filter((row) => row.car_id === car.id);
    const settled = ofCar
      .filter((row) => row.state === "settled")
      .map((row) => ({
        day: time.dayOf(row.settled_at),
        odometerKm: row.odometer_km,
        maintenance: row.kind === "maintenance",
      }));
    return {
      id: car.id,
      plate: car.plate,
      model: car.model,
      vin: car.vin,
      heldSince: time.dayOf(car.held_since),
      heldThrough: car.held_until && time.dayOf(new Date(car.held_until.getTime() - 1)),
      endedByThem: car.held_until !== null && ["sold", "replaced"].includes(car.end_cause ?? ""),
      odometer: latestReading(settled, read),
      next: car.held_until
        ? null
        : guessNextService([
            ...settled,
            ...read.map(({ day, km }) => ({ day, odometerKm: km, maintenance: false })),
          ]),
      visits,
      more: ofCar.length > limit,
    };
  });
}

/** The latest of what invoices and readings in between say. */
function latestReading(
  visits: readonly ServiceVisit[],
  readings: readonly ReadingRow[],
): GarageCar["odometer"] {
  const all = [
    ...readings.map(({ day, km }) => ({ km, on: day })),
    ...visits.flatMap(({ day, odometerKm }) =>
      odometerKm === null ? [] : [{ km: odometerKm, on: day }],
    ),
  ];
  return all.reduce<GarageCar["odometer"]>(
    (latest, each) => (latest && latest.on >= each.on ? latest : each),
    null,
  );
}

/**
 * Each car once, however often it came back; without an end while it is held. The plate of a car that was
 * theirs is as on their last invoice: by now it may be another's, or have gone along to the next car.
 */
function loadCars(db: Db, memberId: number, carId?: number): Promise<CarRow[]> {
  return db.$queryRaw<CarRow[]>`
    select car.id, car.model, car.vin, held.since as held_since, held.until as held_until,
      held.end_cause,
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

/** Enough to tell the pace; the log has a page of its own. */
const READINGS = 6;

function loadLatestReadings(
  db: Db,
  memberId: number,
  cars: readonly CarRow[],
): Promise<ReadingRow[]> {
  return db.$queryRaw<ReadingRow[]>`
    select latest.* from unnest(${cars.map((car) => car.id)}::int[]) as asked (car_id)
    cross join lateral (
      select car_id, read_on::text as day, km from odometer_reading
      where car_id = asked.car_id and member_id = ${memberId}
      order by read_on desc, id desc limit ${READINGS}
    ) latest`;
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
