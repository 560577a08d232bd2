import type { Db } from "#app/platform/db.server.ts";

/**
 * Tells which cars somebody holds or has held, as an order names a car: whoever brings a file in gives themselves
 * no points by it.
 *
 * @param by whoever brings the file in; null for a program.
 */
export async function ownCars(
  db: Db,
  by: number | null,
): Promise<(car: { vin: string | null; writtenVin?: string; plate: string | null }) => boolean> {
  if (by === null) return () => false;
  const cars = await db.$queryRaw<{ vin: string | null; plate: string | null }[]>`
    select distinct car.vin, car.plate
    from member join car_holding holding on holding.member_id = member.id
    join car on car.id = holding.car_id
    where member.person_id = ${by}`;
  const named = new Set(cars.flatMap(({ vin, plate }) => [vin, plate]));
  named.delete(null);
  return ({ vin, writtenVin = null, plate }) =>
    [vin, writtenVin, plate].some((name) => named.has(name));
}
