import { loadClub } from "#app/modules/club/load-club.server.ts";
import type { ImpactUnit } from "#app/modules/impact-units/impact-unit.ts";
import { loadImpactUnits } from "#app/modules/impact-units/load-impact-units.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { minorDigits } from "#app/platform/words/format.ts";
import type { TypedHow } from "./event-issues.ts";

/** How this club writes money, on whose clock its events are, and what it counts of what is done together. */
export async function eventHow(
  on: Db = db(),
): Promise<TypedHow & { currency: string; units: ImpactUnit[] }> {
  const { timeZone, currency } = await loadClub(on);
  const units = await loadImpactUnits(on);
  return { currency, units, digits: minorDigits(currency), time: clubTime(timeZone) };
}
