import type { Db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import type { CarNames } from "./car-names.ts";
import { type CarFacts, type CarOnFile, pickCar } from "./decide-car.ts";

/** A car as a name given to it finds it, its row locked. */
export type FoundCar = CarFacts & {
  /** With the VIN by which its orders know it, where only a plate was given. */
  names: CarNames;
  /** When its last holding ended, where nobody holds it. */
  lastEnd: Date | null;
};

type CarRow = {
  id: number;
  vin: string | null;
  plate: string | null;
  holder_id: number | null;
  former_holder_id: number | null;
  last_end: Date | null;
};

/**
 * Finds a car by what it is called, and keeps whoever calls it the same waiting until the caller's
 * transaction ends: a car that is not on file has no row to lock.
 */
export async function findCar(
  db: Db,
  named: CarNames,
  { memberId, replaces = null }: { memberId: number; replaces?: number | null },
): Promise<FoundCar> {
  await lockNames(db, [named.plate, named.vin]);
  let names = named;
  let rows = await lockCars(db, names);
  if (rows.length === 0 && names.vin === null && names.plate !== null) {
    const vin = await vinOfPlate(db, names.plate);
    if (vin !== null) {
      names = { vin, plate: names.plate };
      await lockNames(db, [vin]);
      rows = await lockCars(db, names);
    }
  }
  const onFile = rows.map(
    (row): CarOnFile => ({
      carId: row.id,
      vin: row.vin,
      plate: row.plate,
      holderId: row.holder_id,
      formerHolderId: row.former_holder_id,
    }),
  );
  const picked = pickCar(names, onFile, memberId, replaces);
  const lastEnd = rows.find(({ id }) => id === picked.car?.carId)?.last_end ?? null;
  const vin = names.vin ?? picked.car?.vin ?? null;
  const known = { carId: picked.car?.carId ?? null, vin, plate: names.plate };
  return { ...picked, names, lastEnd, orders: await ordersOf(db, known, lastEnd) };
}

/** The orders of a car that an order number could prove: those that are nobody's, if there are any. */
export async function proofFits(
  db: Db,
  { car, names, lastEnd, orders }: FoundCar,
  orderNumber: string,
): Promise<boolean> {
  const [row] = await db.$queryRaw<[{ fits: boolean }]>`
    select exists (
      select from service_order o
      where o.order_number = ${orderNumber}
        and (o.car_id = ${car?.carId ?? null} or o.car_id is null
          and (${names.vin ?? car?.vin ?? null}::text in (o.vin, o.written_vin)
            or o.plate = ${names.plate} and (o.vin is null or ${names.vin ?? car?.vin ?? null}::text is null)))
        and (not ${orders.nobodys}
          or o.member_id is null and o.settled_at >= ${lastEnd ?? new Date(0)})
    ) as fits`;
  return row.fits;
}

/** Always the plate before the VIN, so that two who name one car by both do not wait for each other. */
async function lockNames(db: Db, names: (string | null)[]): Promise<void> {
  for (const name of names) {
    if (name !== null) await takeTurns(db, "car", name);
  }
}

async function lockCars(db: Db, { vin, plate }: CarNames): Promise<CarRow[]> {
  await db.$queryRaw`
    select id from car where vin = ${vin} or plate = ${plate} order by id for update`;
  return db.$queryRaw<CarRow[]>`
    select car.id, car.vin, car.plate, held.member_id as holder_id,
      former.member_id as former_holder_id, former.ends_at as last_end
    from car
    left join car_holding held on held.car_id = car.id and held.ends_at is null
    left join lateral (
      select member_id, ends_at from car_holding
      where car_id = car.id and ends_at is not null order by ends_at desc, id desc limit 1
    ) former on true
    where car.vin = ${vin} or car.plate = ${plate}`;
}

async function vinOfPlate(db: Db, plate: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ vin: string }[]>`
    select vin from service_order where plate = ${plate} and vin is not null
    order by settled_at desc, id desc limit 1`;
  return row?.vin ?? null;
}

async function ordersOf(
  db: Db,
  { carId, vin, plate }: { carId: number | null; vin: string | null; plate: string | null },
  lastEnd: Date | null,
): Promise<CarFacts["orders"]> {
  const [row] = await db.$queryRaw<[CarFacts["orders"]]>`
    select count(*) > 0 as any,
      count(*) filter (where member_id is null and settled_at >= ${lastEnd ?? new Date(0)}) > 0 as nobodys
    from service_order o
    where o.car_id = ${carId} or o.car_id is null
      and (o.vin = ${vin} or o.written_vin = ${vin} or o.plate = ${plate} and (o.vin is null or ${vin}::text is null))`;
  return row;
}
