import type { Db } from "#app/platform/db.server.ts";

/**
 * Tells which cars somebody holds or has held, as an order names a car: whoever brings a file in gives themselves
 * no points by it. A car is theirs also by what their own orders call it: a row that says no more may correct one.
 *
 * @param by whoever brings the file in; null for a program.
 */
export async function ownCars(
  db: Db,
  by: number | null,
): Promise<(car: { vin: string | null; writtenVin?: string; plate: string | null }) => boolean> {
  if (by === null) return () => false;
  const names = await db.$queryRaw<{ name: string | null }[]>`
    with own as (select id from member where person_id = ${by})
    select unnest(array[car.vin, car.plate]) as name
    from own join car_holding holding on holding.member_id = own.id
    join car on car.id = holding.car_id
    union
    select unnest(array[vin, written_vin, plate]) from own join service_order on member_id = own.id`;
  const named = new Set(names.map(({ name }) => name));
  named.delete(null);
  return ({ vin, writtenVin = null, plate }) =>
    [vin, writtenVin, plate].some((name) => named.has(name));
}
