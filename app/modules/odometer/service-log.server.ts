import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { ClubTime, Day } from "#app/platform/club-time.ts";
import { guessNextService, type NextService, type ServiceVisit } from "./next-service.ts";
import type { Reading } from "./odometer-reading.ts";

/**
 * A line of a car's log as {@link serviceLog} packs it: an invoice by its instant in ms, a reading by its day; what
 * the dial said; whether it was maintenance; when it came in, in ms.
 */
type PackedLine = [
  at: number | Day,
  odometerKm: number | null,
  maintenance: boolean,
  cameAt: number,
];
export type PackedServiceLog = PackedLine[];

/** What pages tell of a car by its log. */
export type ServiceFacts = {
  next: NextService | null;
  /** The latest reading; null where none was ever written down. */
  odometer: Reading | null;
};

/** Enough for years of any car; whatever is told of one is told from the same rows. */
const MOST = 60;

/**
 * A car's settled visits and the readings in between, of the time it has been a member's, as one jsonb. The one
 * query for when the next service is due and what the dial said last, so that two pages never say two things of
 * one car.
 */
export const serviceLog = (carId: Prisma.Sql, memberId: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  select coalesce(jsonb_agg(jsonb_build_array(at, km, maintenance, extract(epoch from came_at) * 1000)
    order by came_at, id), '[]')
  from (
    (select to_jsonb(extract(epoch from visit.settled_at) * 1000) as at, visit.odometer_km as km,
        visit.kind = 'maintenance' as maintenance, visit.created_at as came_at, visit.id
      from service_order visit
      where visit.car_id = ${carId} and visit.state = 'settled'
        and (visit.member_id = ${memberId} or visit.member_id is null and exists (
          select from car_holding theirs
          where theirs.car_id = visit.car_id and theirs.member_id = ${memberId}
            and coalesce(theirs.history_from, theirs.starts_at) <= visit.settled_at
            and (theirs.ends_at is null or theirs.ends_at > visit.settled_at)))
      order by visit.settled_at desc, visit.id desc limit ${MOST})
    union all
    (select to_jsonb(reading.read_on), reading.km, false, reading.created_at, reading.id
      from odometer_reading reading
      where reading.car_id = ${carId} and reading.member_id = ${memberId} and reading.voided_at is null
      order by reading.read_on desc, reading.id desc limit ${MOST})
  ) log)`;

/** What a car's log says: by day, and of one day its last word. */
export function serviceFacts(log: PackedServiceLog, time: ClubTime): ServiceFacts {
  const visits = log
    .map(([at, odometerKm, maintenance, cameAt]) => {
      const day = typeof at === "number" ? time.dayOf(new Date(at)) : at;
      return { day, odometerKm, maintenance, cameAt };
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.cameAt - b.cameAt));
  const last = visits.findLast(({ odometerKm }) => odometerKm !== null);
  return {
    next: guessNextService(visits satisfies ServiceVisit[]),
    odometer: last ? { day: last.day, km: last.odometerKm as number } : null,
  };
}
