import type { Db } from "#app/platform/db.server.ts";

/** A car of a member whom a list brings in, with its names as they come to be. */
export type ImportedCar = {
  carId: number;
  /** It is not known yet, and gets that id. */
  carIsNew: boolean;
  vin: string | null;
  plate: string | null;
  model: string | null;
  memberId: number;
  /** When its holder joined. */
  heldFrom: Date;
};

/** Takes cars that a list names with new members in, as theirs, in the caller's transaction: no car twice. */
export async function importCars(db: Db, cars: readonly ImportedCar[]): Promise<void> {
  const rows = JSON.stringify(cars);
  await db.$executeRaw`
    insert into car (id, vin, plate, model)
    select a."carId", a.vin, a.plate, a.model from json_to_recordset(${rows}::json)
      as a ("carId" int, "carIsNew" boolean, vin text, plate text, model text)
    where a."carIsNew"`;
  await db.$executeRaw`
    update car set vin = coalesce(car.vin, a.vin), plate = coalesce(a.plate, car.plate),
      model = coalesce(a.model, car.model)
    from json_to_recordset(${rows}::json)
      as a ("carId" int, "carIsNew" boolean, vin text, plate text, model text)
    where car.id = a."carId" and not a."carIsNew"`;
  // A car with a former holder was that holder's until then, whenever its new one joined.
  await db.$executeRaw`
    insert into car_holding (car_id, member_id, starts_at)
    select a."carId", a."memberId",
      greatest(a."heldFrom", (select max(ends_at) from car_holding where car_id = a."carId"))
    from json_to_recordset(${rows}::json) as a ("carId" int, "memberId" int, "heldFrom" timestamptz)`;
}

/** Removes the cars of some members, in the caller's transaction: each with its only holder, if nothing else is known of it. */
export async function removeCarsOf(db: Db, members: readonly number[]): Promise<void> {
  const cars = await db.$queryRaw<{ id: number }[]>`
    delete from car_holding where member_id = any(${members}::int[]) returning car_id as id`;
  await db.$executeRaw`
    delete from car where id = any(${cars.map(({ id }) => id)}::int[])
      and not exists (select from car_holding where car_id = car.id)
      and not exists (select from service_order where car_id = car.id)
      and not exists (select from car_claim where car_id = car.id)
      and not exists (select from reception where car_id = car.id)
      and not exists (select from odometer_reading where car_id = car.id)`;
}
