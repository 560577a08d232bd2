import { loadClub } from "#app/modules/club/load-club.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { minorDigits } from "#app/platform/words/format.ts";
import type { TypedHow } from "./event-issues.ts";

/** How this club writes money, and on whose clock its events are. */
export async function eventHow(on?: Db): Promise<TypedHow & { currency: string }> {
  const { timeZone, currency } = await loadClub(on);
  return { currency, digits: minorDigits(currency), time: clubTime(timeZone) };
}
