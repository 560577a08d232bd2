import { registerCar } from "#app/modules/garage/register-car.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Joiner } from "./forms.ts";

/** What became of the car that somebody named when they joined. */
export type RegisteredCar = "none" | "held" | "granted" | "claimed-open";

/** Why the form is asked again: the workshop knows the car, and it has to be shown whose it is. */
export type CarRefusal = "needs-proof" | "proof-does-not-fit" | "too-many-tries";

/**
 * Brings the car of somebody who has just become a member, or leaves it for later where they want that.
 *
 * A car that somebody holds asks for a proof as one with a history does: the answer does not tell the two
 * apart, and an owner whom the roster brought has their invoice at hand. Whoever shows none of it may
 * have the desk look at the papers.
 *
 * @returns what became of it; a refusal is for the caller to roll back with.
 */
export async function registerJoinersCar(
  tx: Db,
  {
    personId,
    memberId,
    email,
    joiner,
  }: { personId: number; memberId: number; email: string; joiner: Joiner },
): Promise<{ ok: true; car: RegisteredCar } | { ok: false; refusal: CarRefusal }> {
  const { car, proof, orderNumber } = joiner;
  if (!car || proof === "later") return { ok: true, car: "none" };
  if (proof === null && (await isHeld(tx, car))) return { ok: false, refusal: "needs-proof" };
  const answer = await registerCar(tx, {
    memberId,
    personId,
    ...car,
    orderNumber,
    asksDesk: proof === "desk",
    by: "owner",
    // The person is another at each try, until one of them is kept.
    triesOf: `joining:${email}`,
  });
  if (answer.ok) return { ok: true, car: answer.state };
  switch (answer.refusal) {
    case "needs-proof":
    case "proof-does-not-fit":
    case "too-many-tries":
      return { ok: false, refusal: answer.refusal };
    default:
      // Of one name, and for somebody who has no car yet, nothing else can be refused.
      return { ok: true, car: "none" };
  }
}

async function isHeld(
  tx: Db,
  { vin, plate }: { vin: string | null; plate: string | null },
): Promise<boolean> {
  const holdings = await tx.carHolding.count({
    where: { endsAt: null, car: vin === null ? { plate } : { vin } },
  });
  return holdings > 0;
}
