import type { Prisma } from "#app/generated.server/prisma/client.ts";
import { bringCar } from "#app/modules/garage/bring-car.server.ts";
import type { Joiner } from "./forms.ts";

/** What became of the car that somebody named when they joined. */
export type BroughtCar = "none" | "held" | "granted" | "claimed-open";

/** Why the form is asked again: the workshop knows the car, and it has to be shown whose it is. */
export type CarRefusal = "needs-proof" | "proof-does-not-fit" | "too-many-tries";

/** Thrown to roll back: nobody joins before it is clear what is to happen with their car. */
export class CarRefused extends Error {
  constructor(readonly refusal: CarRefusal) {
    super(refusal);
  }
}

/**
 * Brings the car of somebody who has just become a member, or leaves it for later where they want that.
 *
 * A car that somebody holds asks for a proof as one with a history does: the answer does not tell the two
 * apart, and an owner whom the roll brought has their invoice at hand. Whoever shows none of it may
 * have the desk look at the papers.
 *
 * @throws CarRefused
 */
export async function bringJoinersCar(
  tx: Prisma.TransactionClient,
  {
    personId,
    memberId,
    email,
    joiner,
  }: { personId: number; memberId: number; email: string; joiner: Joiner },
): Promise<BroughtCar> {
  const { car, proof, orderNumber } = joiner;
  if (!car || proof === "later") return "none";
  if (proof === null && (await isHeld(tx, car))) throw new CarRefused("needs-proof");
  const answer = await bringCar(tx, {
    memberId,
    personId,
    ...car,
    orderNumber,
    asksDesk: proof === "desk",
    by: "owner",
    // The person is another at each try, until one of them is kept.
    triesOf: `joining:${email}`,
  });
  if (answer.ok) return answer.state;
  switch (answer.refusal) {
    case "needs-proof":
    case "proof-does-not-fit":
    case "too-many-tries":
      throw new CarRefused(answer.refusal);
    default:
      // Of one name, and for somebody who has no car yet, nothing else can be refused.
      return "none";
  }
}

async function isHeld(
  tx: Prisma.TransactionClient,
  { vin, plate }: { vin: string | null; plate: string | null },
): Promise<boolean> {
  const holdings = await tx.carHolding.count({
    where: { endsAt: null, car: vin === null ? { plate } : { vin } },
  });
  return holdings > 0;
}
