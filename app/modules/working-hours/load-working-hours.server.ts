import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { WorkingHours } from "./due-within.ts";

/** Of a club that nobody has set up yet. */
const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];
const NINE_TO_SIX = { opensAt: 9 * 60, closesAt: 18 * 60 };

/**
 * Reads when a store works, or the club where the store keeps no days or hours of its own. Public holidays, and the
 * days that are made up for them, are the club's.
 *
 * @param storeId null for the club.
 */
export async function loadWorkingHours(db: Db, storeId: number | null): Promise<WorkingHours> {
  const [row] = await db.$queryRaw<
    {
      workingDays: number[];
      closedDays: Day[];
      openDays: Day[];
      opensAt: number;
      closesAt: number;
    }[]
  >`
    select coalesce(nullif(store.working_days, '{}'), club.working_days) as "workingDays",
      club.closed_days::text[] as "closedDays", coalesce(club.open_days, '{}')::text[] as "openDays",
      coalesce(store.opens_at, club.opens_at) as "opensAt",
      coalesce(store.closes_at, club.closes_at) as "closesAt"
    from club left join store on store.id = ${storeId} where club.id = 1`;
  if (!row) {
    return { workingDays: MONDAY_TO_FRIDAY, closedDays: new Set(), ...NINE_TO_SIX };
  }
  return { ...row, closedDays: new Set(row.closedDays), openDays: new Set(row.openDays) };
}
