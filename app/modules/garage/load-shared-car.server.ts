import { loadClub } from "#app/modules/club/load-club.server.ts";
import type { WorkKind } from "#app/modules/rulebook/work-kind.ts";
import { clubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { guessNextService, type NextService } from "./next-service.ts";

/** Another's car, as whoever drives along sees it: no money, no points, nothing from before its holder. */
export type SharedCarPage = {
  holder: string;
  plate: string | null;
  model: string | null;
  accepted: boolean;
  next: NextService | null;
  odometer: { km: number; on: Day } | null;
  visits: { orderId: number; store: string; day: Day; kind: WorkKind; odometerKm: number | null }[];
};

type DriveRow = {
  holding_id: number;
  car_id: number;
  member_id: number;
  history_from: Date;
  holder: string;
  plate: string | null;
  model: string | null;
  accepted: boolean;
};

const VISITS = 40;

/**
 * Reads a car that the member drives along with. Until they have said yes they see whose it is and no more.
 *
 * @returns null where they have no part in it, or it has ended.
 */
export async function loadSharedCar(
  db: Db,
  memberId: number,
  coDriverId: number,
): Promise<SharedCarPage | null> {
  const [drive] = await db.$queryRaw<DriveRow[]>`
    select holding.id as holding_id, holding.car_id, holding.member_id,
      coalesce(holding.history_from, holding.starts_at) as history_from,
      person.name as holder, car.plate, car.model, co_driver.accepted_at is not null as accepted
    from co_driver
    join car_holding holding on holding.id = co_driver.holding_id and holding.ends_at is null
    join car on car.id = holding.car_id
    join member on member.id = holding.member_id
    join person on person.id = member.person_id
    where co_driver.id = ${coDriverId} and co_driver.member_id = ${memberId}
      and co_driver.ended_at is null`;
  if (!drive) return null;
  const { holder, plate, model, accepted } = drive;
  const known = { holder, plate, model, accepted };
  if (!accepted) return { ...known, next: null, odometer: null, visits: [] };
  const { timeZone } = await loadClub();
  const time = clubTime(timeZone);
  const [visits, readings] = await Promise.all([
    db.serviceOrder.findMany({
      where: {
        carId: drive.car_id,
        memberId: drive.member_id,
        settledAt: { gte: drive.history_from },
        state: "settled",
      },
      orderBy: [{ settledAt: "desc" }, { id: "desc" }],
      take: VISITS,
      select: { id: true, storeId: true, settledAt: true, kind: true, odometerKm: true },
    }),
    db.$queryRaw<{ day: Day; km: number }[]>`
      select read_on::text as day, km from odometer_reading
      where car_id = ${drive.car_id} and member_id = ${drive.member_id}
      order by read_on desc, id desc limit 6`,
  ]);
  const stores = await db.store.findMany({
    where: { id: { in: visits.map(({ storeId }) => storeId) } },
  });
  const settled = visits.map(({ settledAt, kind, odometerKm }) => ({
    day: time.dayOf(settledAt),
    odometerKm,
    maintenance: kind === "maintenance",
  }));
  const read = readings.map(({ day, km }) => ({ day, odometerKm: km, maintenance: false }));
  const latest = [...settled, ...read]
    .filter(({ odometerKm }) => odometerKm !== null)
    .sort((a, b) => (a.day < b.day ? 1 : -1))[0];
  return {
    ...known,
    next: guessNextService([...settled, ...read]),
    odometer: latest ? { km: latest.odometerKm as number, on: latest.day } : null,
    visits: visits.map(({ id, storeId, settledAt, kind, odometerKm }) => ({
      orderId: id,
      store: stores.find((store) => store.id === storeId)?.name ?? "",
      day: time.dayOf(settledAt),
      kind: kind as WorkKind,
      odometerKm,
    })),
  };
}
