import { loadClub } from "#app/modules/club/load-club.server.ts";
import { clubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { endCoDriversOf } from "./co-drivers-end.server.ts";
import { decideEnd, type EndDecision } from "./end-of-holding.ts";

/** Why a holding ended: its holder sold the car, has another instead, or is parted from it otherwise. */
export type EndCause = "sold" | "replaced" | "given-up";

export type EndedHolding =
  | { ok: true; holdingId: number; endsAt: Date }
  | Exclude<EndDecision, { ok: true }>
  | { ok: false; refusal: "no-car" };

type Ending = { memberId: number; carId: number; day: Day; cause: EndCause };

/**
 * Ends the holding of a car on a day, and with it the driving along. What was done to the car until then
 * stays its holder's, points and all.
 */
export async function endHolding(ending: Ending): Promise<EndedHolding> {
  return inRetriedTransaction((db) => endHoldingIn(db, ending));
}

/** {@link endHolding} in the caller's transaction. */
export async function endHoldingIn(db: Db, ending: Ending): Promise<EndedHolding> {
  const { memberId, carId, day, cause } = ending;
  const held = await lockHolding(db, carId);
  if (!held || held.memberId !== memberId) return { ok: false, refusal: "no-car" };
  const { timeZone } = await loadClub(db);
  const decision = decideEnd(day, held, held.now, clubTime(timeZone));
  if (!decision.ok) return decision;
  const { endsAt } = decision;
  await db.carHolding.update({ where: { id: held.id }, data: { endsAt, endCause: cause } });
  await endCoDriversOf(db, held.id);
  return { ok: true, holdingId: held.id, endsAt };
}

/** Who holds a car now; null when nobody does. */
export type HeldNow = {
  id: number;
  memberId: number;
  startsAt: Date;
  /** When the last order was settled that is booked to them. */
  lastVisitAt: Date | null;
  now: Date;
};

/** Locks a car and finds who holds it. */
export async function lockHolding(db: Db, carId: number): Promise<HeldNow | null> {
  await db.$queryRaw`select id from car where id = ${carId} for update`;
  const [row] = await db.$queryRaw<
    { id: number; member_id: number; starts_at: Date; last_visit_at: Date | null; now: Date }[]
  >`
    select holding.id, holding.member_id, holding.starts_at, clock_timestamp() as now,
      (select max(settled_at) from service_order
        where car_id = holding.car_id and member_id = holding.member_id) as last_visit_at
    from car_holding holding
    where holding.car_id = ${carId} and holding.ends_at is null`;
  if (!row) return null;
  return {
    id: row.id,
    memberId: row.member_id,
    startsAt: row.starts_at,
    lastVisitAt: row.last_visit_at,
    now: row.now,
  };
}
