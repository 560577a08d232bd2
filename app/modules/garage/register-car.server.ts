import type { Actor } from "#app/modules/access/actor.ts";
import { may } from "#app/modules/access/permissions.ts";
import { rolesNow } from "#app/modules/access/roles-now.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { consumeAttemptInTransaction } from "#app/platform/rate-limit.server.ts";
import { beginHolding, beginHoldingByHand } from "./begin-holding.server.ts";
import type { CarNames } from "./car-names.ts";
import { type CarDecision, type CarRefusal, decideCar, type Proof } from "./decide-car.ts";
import { type FoundCar, findCar, proofFits } from "./find-car.server.ts";
import { CAR_PROOFS, PERSON_PROOFS } from "./limits.ts";
import { openCarClaim } from "./open-car-claim.server.ts";

/** A car that somebody says is theirs. VIN and plate as `readCarNames` gives them. */
export type CarRegistration = CarNames & {
  memberId: number;
  personId: number;
  model: string | null;
  /** A proof: the number of an order of that car, as `readOrderNumber` gives it. */
  orderNumber: string | null;
  by: "owner" | "desk";
  /** Whoever of the desk adds it: its orders' points count as given by them, who have taken turns by hand. */
  clerk?: Actor;
  /** They have no invoice at hand: the desk shall look at the papers. */
  asksDesk?: boolean;
  /** The car of theirs whose place it takes, that has just ended. */
  replaces?: number | null;
  /** Whose tries are counted; the person's unless said, as somebody who is joining is not there yet. */
  triesOf?: string;
};

export type RegisteredCar =
  | {
      ok: true;
      /** `held`: theirs at once. `granted`: theirs, with its history. `claimed-open`: the desk will say. */
      state: "held" | "granted" | "claimed-open";
      carId: number;
      pointsEarned: number;
      /** Points of its orders that a second person has to approve. */
      pointsWaiting: number;
    }
  | { ok: false; refusal: CarRefusal | "too-many-tries" | "no-car" };

/**
 * Takes a car that somebody brings into the club: theirs at once, theirs by proof, or for the desk to say
 * (see {@link decideCar}). Runs in the caller's transaction and locks the car first of all.
 *
 * A refusal has changed nothing, but for the tries that are counted.
 */
export async function registerCar(db: Db, brought: CarRegistration): Promise<RegisteredCar> {
  const { memberId, vin, plate } = brought;
  if (vin === null && plate === null) return { ok: false, refusal: "no-car" };
  const found = await findCar(db, { vin, plate }, brought);
  const decision = await decide(db, brought, found);
  if (!decision.ok) return decision;
  if (decision.act === "claim") {
    const carId = found.car?.carId ?? (await addCar(db, found.names, null));
    await openCarClaim(db, { ...brought, carId });
    return { ok: true, state: "claimed-open", carId, pointsEarned: 0, pointsWaiting: 0 };
  }
  const carId = found.car?.carId ?? (await addCar(db, found.names, brought.model));
  await nameCar(db, carId, { ...found.names, model: brought.model });
  const { proved } = decision;
  const holding = { carId, memberId, lastEnd: found.lastEnd, proved };
  const { clerk } = brought;
  const adopted = clerk
    ? await beginHoldingByHand(db, holding, clerk)
    : { ...(await beginHolding(db, holding)), waits: 0 };
  if (proved && brought.by === "owner") await noteProof(db, brought, carId);
  const state = proved && adopted.orders > 0 ? "granted" : "held";
  const { points: pointsEarned, waits: pointsWaiting } = adopted;
  return { ok: true, state, carId, pointsEarned, pointsWaiting };
}

/**
 * The number is looked at only where it decides something, and each look is counted. To whoever reads orders at
 * work it proves nothing, as they know the numbers of every car: a colleague looks at their papers.
 */
async function decide(
  db: Db,
  { memberId, personId, by, asksDesk = false, orderNumber, triesOf }: CarRegistration,
  found: FoundCar,
): Promise<CarDecision | { ok: false; refusal: "too-many-tries" }> {
  const asked = { memberId, by, asksDesk };
  const unproved = decideCar({ ...asked, proof: "none" }, found);
  const hinges = !unproved.ok && unproved.refusal === "needs-proof";
  if (hinges && (await readsOrders(db, personId))) return { ok: true, act: "claim" };
  if (!hinges || orderNumber === null) return unproved;
  const { vin, plate } = found.names;
  const person = await consumeAttemptInTransaction(PERSON_PROOFS, triesOf ?? `person:${personId}`);
  const car = await consumeAttemptInTransaction(CAR_PROOFS, vin ?? plate ?? "");
  if (!person.ok || !car.ok) return { ok: false, refusal: "too-many-tries" };
  const proof: Proof = (await proofFits(db, found, orderNumber)) ? "fits" : "does-not-fit";
  return decideCar({ ...asked, proof }, found);
}

/** Whether somebody sees at work what was done to others' cars. */
export async function readsOrders(db: Db, personId: number): Promise<boolean> {
  const roles = await rolesNow(db, [personId]);
  return may(roles.get(personId) ?? [], "members.visits");
}

async function addCar(db: Db, names: CarNames, model: string | null): Promise<number> {
  const { id } = await db.car.create({ data: { ...names, model }, select: { id: true } });
  return id;
}

/** A car learns what it lacks; the plate that it carries now leaves whatever car carried it. */
export async function nameCar(
  db: Db,
  carId: number,
  { vin, plate, model }: CarNames & { model: string | null },
): Promise<void> {
  if (plate !== null) {
    await db.car.updateMany({ where: { plate, id: { not: carId } }, data: { plate: null } });
  }
  await db.$executeRaw`
    update car set vin = coalesce(vin, ${vin}), plate = coalesce(${plate}, plate),
      model = coalesce(model, ${model})
    where id = ${carId}`;
}

/** The proof stays on file, as a claim that was granted by itself. */
async function noteProof(db: Db, brought: CarRegistration, carId: number): Promise<void> {
  const { memberId, orderNumber, vin, plate, model } = brought;
  await db.carClaim.updateMany({
    where: { memberId, carId, state: "open" },
    data: { state: "withdrawn", decidedAt: new Date() },
  });
  await db.carClaim.create({
    data: {
      memberId,
      carId,
      orderNumber,
      vin,
      plate,
      model,
      state: "granted",
      decidedAt: new Date(),
    },
  });
}
