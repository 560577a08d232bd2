import type { Actor } from "#app/modules/access/actor.ts";
import { takeTurnsByHand } from "#app/modules/adjustments/give-by-hand.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { CarNames } from "./car-names.ts";
import { type EndedHolding, endHoldingIn } from "./end-holding.server.ts";
import { type RegisteredCar, registerCar } from "./register-car.server.ts";

type Whose = { memberId: number; personId: number; number: string };

export type DeskCar =
  | Extract<RegisteredCar, { ok: false }>
  | { ok: false; refusal: "own-car" }
  /** `claimId`: somebody holds it, and the claim says what becomes of that. */
  | { ok: true; claimId: number | null; pointsEarned: number; pointsWaiting: number };

/** Adds a car for a member whose papers the desk has seen; never one's own. */
export async function addCarByDesk(
  whose: Whose,
  car: CarNames & { model: string | null },
  actor: Actor,
): Promise<DeskCar> {
  if (whose.personId === actor.by) return { ok: false, refusal: "own-car" };
  return inRetriedTransaction(async (db) => {
    await takeTurnsByHand(db, actor.by);
    const { memberId, personId, number } = whose;
    const brought = await registerCar(db, {
      ...car,
      memberId,
      personId,
      orderNumber: null,
      by: "desk",
      clerk: actor,
    });
    if (!brought.ok) return brought;
    const { carId, state, pointsEarned, pointsWaiting } = brought;
    await writeAudit(db, {
      personId: actor.by,
      address: actor.address,
      action: state === "claimed-open" ? "car-claim.opened" : "car.added",
      subject: `member:${number}`,
      detail: { carId, points: pointsEarned },
    });
    if (state !== "claimed-open") {
      return { ok: true, claimId: null, pointsEarned, pointsWaiting };
    }
    const claim = await db.carClaim.findFirstOrThrow({
      where: { memberId, carId, state: "open" },
      select: { id: true },
    });
    return { ok: true, claimId: claim.id, pointsEarned, pointsWaiting };
  });
}

/** Ends a member's holding of a car as they say at the desk. */
export async function endHoldingByDesk(
  whose: Whose,
  ending: { carId: number; day: Day; cause: "sold" | "given-up" },
  actor: Actor,
): Promise<EndedHolding> {
  return inRetriedTransaction(async (db) => {
    const ended = await endHoldingIn(db, { memberId: whose.memberId, ...ending });
    if (!ended.ok) return ended;
    await writeAudit(db, {
      personId: actor.by,
      address: actor.address,
      action: "car.ended",
      subject: `member:${whose.number}`,
      detail: { carId: ending.carId, day: ending.day, cause: ending.cause },
    });
    return ended;
  });
}
