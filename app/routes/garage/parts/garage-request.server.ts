import type { Params } from "@remix-run/react";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { type HeldCar, loadHeldCar } from "#app/modules/garage/load-held-car.server.ts";
import { clubTime, type Day } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { type OwnerRequest, readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";

/** What every page about one car that the member holds now begins with. */
export type HeldCarRequest = OwnerRequest & { car: HeldCar; today: Day };

/**
 * Who asks, about which of the cars that they hold.
 *
 * @throws Response as `readOwnerRequest` does; 404 for a car that is not theirs, or not any more.
 */
export async function readHeldCar(request: Request, params: Params): Promise<HeldCarRequest> {
  const asked = await readOwnerRequest(request);
  const carId = rowIdIn(params.carId);
  const car = await loadHeldCar(db(), asked.member.id, carId);
  if (!car) throw new Response("No such car", { status: 404 });
  const { timeZone } = await loadClub();
  return { ...asked, car, today: clubTime(timeZone).dayOf(new Date()) };
}
