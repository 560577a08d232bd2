import { loadClub } from "#app/modules/club/load-club.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { consumeAttempt } from "#app/platform/rate-limit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { endHoldingIn } from "./end-holding.server.ts";
import { CARS_REGISTERED } from "./limits.ts";
import { type CarRegistration, type RegisteredCar, registerCar } from "./register-car.server.ts";

/** A member brings a car; `replaces` is the one of theirs that it takes the place of. */
export type OwnCarRegistration = Omit<CarRegistration, "by" | "triesOf"> & {
  replaces: number | null;
};

export type RegisteredOwnCar =
  | RegisteredCar
  /** The car that it replaces is not theirs, or is meant itself: its plate alone names it. */
  | { ok: false; refusal: "no-such-car" | "needs-vin" };

/**
 * Adds a car to a member's garage. Where it takes the place of another, that one ends and this one begins
 * in one act: a refusal leaves everything as it was.
 */
export async function registerOwnCar(brought: OwnCarRegistration): Promise<RegisteredOwnCar> {
  const turn = await consumeAttempt(CARS_REGISTERED, `person:${brought.personId}`);
  if (!turn.ok) return { ok: false, refusal: "too-many-tries" };
  const { timeZone } = await loadClub();
  const today = clubTime(timeZone).dayOf(new Date());
  return inRetriedTransaction<RegisteredOwnCar>(async (db, rollBack) => {
    const { replaces: carId, memberId, vin, plate } = brought;
    if (carId !== null) {
      const old = await db.car.findUnique({ where: { id: carId } });
      const ended = await endHoldingIn(db, { memberId, carId, day: today, cause: "replaced" });
      if (!old || !ended.ok) return { ok: false, refusal: "no-such-car" };
      // A plate goes along to the new car, so it does not tell the two apart.
      if (vin === null && plate === old.plate) rollBack({ ok: false, refusal: "needs-vin" });
      if (vin !== null && vin === old.vin) rollBack({ ok: false, refusal: "yours-already" });
    }
    const answer = await registerCar(db, { ...brought, by: "owner" });
    return answer.ok || carId === null ? answer : rollBack(answer);
  });
}
