import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { storeShown } from "#app/modules/club/store-shown.ts";
import type { NextService } from "#app/modules/odometer/next-service.ts";
import type { Reading } from "#app/modules/odometer/odometer-reading.ts";
import {
  type PackedServiceLog,
  serviceFacts,
  serviceLog,
} from "#app/modules/odometer/service-log.server.ts";
import type { WorkKind } from "#app/modules/rulebook/work-kind.ts";
import { clubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";

/** Another's car, as whoever drives along sees it: no money, no points, nothing from before its holder. */
export type SharedCarPage = {
  holder: string;
  plate: string | null;
  model: string | null;
  accepted: boolean;
  next: NextService | null;
  odometer: Reading | null;
  visits: { orderId: number; store: InBoth; day: Day; kind: WorkKind; odometerKm: number | null }[];
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
  const [visits, [packed]] = await Promise.all([
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
    db.$queryRaw<[{ log: PackedServiceLog }]>`
      select ${serviceLog(Prisma.sql`${drive.car_id}::int`, Prisma.sql`${drive.member_id}::int`)} as log`,
  ]);
  const stores = await db.store.findMany({
    where: { id: { in: visits.map(({ storeId }) => storeId) } },
  });
  const named = new Map(stores.map((store) => [store.id, storeShown(store)]));
  return {
    ...known,
    ...serviceFacts(packed.log, time),
    visits: visits.map(({ id, storeId, settledAt, kind, odometerKm }) => ({
      orderId: id,
      store: named.get(storeId) ?? { en: "", zh: "" },
      day: time.dayOf(settledAt),
      kind: kind as WorkKind,
      odometerKm,
    })),
  };
}
