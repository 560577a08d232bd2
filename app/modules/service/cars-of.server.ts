import type { Db } from "#app/platform/db.server.ts";
import type { ServiceOrder } from "./service-order.ts";

/**
 * Tells which orders are of a car that somebody holds or has held: whoever brings a file in gives themselves no
 * points by it.
 *
 * @param by whoever brings the file in; null for a program.
 */
export async function ordersOfOwnCars(
  db: Db,
  by: number | null,
): Promise<(order: Pick<ServiceOrder, "vin" | "plate">) => boolean> {
  if (by === null) return () => false;
  const cars = await db.$queryRaw<{ vin: string | null; plate: string | null }[]>`
    select distinct car.vin, car.plate
    from member join car_holding holding on holding.member_id = member.id
    join car on car.id = holding.car_id
    where member.person_id = ${by}`;
  const named = new Set(cars.flatMap(({ vin, plate }) => [vin, plate]));
  named.delete(null);
  return ({ vin, plate }) => named.has(vin) || named.has(plate);
}
