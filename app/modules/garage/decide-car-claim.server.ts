import type { Actor } from "#app/modules/access/actor.ts";
import { takeTurnsByHand } from "#app/modules/adjustments/give-by-hand.server.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { clubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { beginHoldingByHand } from "./begin-holding.server.ts";
import { carInWords } from "./car-in-words.ts";
import { endCoDriversOf } from "./co-drivers-end.server.ts";
import { type HeldNow, lockHolding } from "./end-holding.server.ts";
import { passedOnAt } from "./end-of-holding.ts";
import { nameCar } from "./register-car.server.ts";
import { writeCarLetter } from "./write-car-letter.server.ts";

export type DecidedClaim =
  /** `waits`: points of its orders that a second person has to approve. */
  | { ok: true; orders: number; points: number; waits: number }
  | { ok: false; refusal: "no-claim" | "decided-already" | "own-claim" };

type Claim = NonNullable<Awaited<ReturnType<typeof lockClaim>>>;

/**
 * Grants a car to whoever claims it, from a day on. Whoever held it is parted from it by then and told so;
 * their orders and points stay theirs. What was done to the car since while it was nobody's is adopted; more
 * points than one person may give alone wait for a second one.
 *
 * @param grant.since the day from which it is theirs: never before the former holder's last order.
 */
export async function grantCarClaim(
  grant: Actor & { claimId: number; since: Day },
): Promise<DecidedClaim> {
  return inRetriedTransaction(async (db) => {
    await takeTurnsByHand(db, grant.by);
    const opened = await openClaim(db, grant.claimId, grant.by);
    if (!opened.ok) return opened;
    const { claim } = opened;
    const { memberId, carId } = claim;
    const { timeZone } = await loadClub(db);
    const time = clubTime(timeZone);
    const held = await lockHolding(db, carId);
    const isTheirs = held?.memberId === memberId;
    let adopted = { orders: 0, points: 0, waits: 0 };
    if (!isTheirs) {
      const endedAt = held && passedOnAt(grant.since, held, held.now, time);
      if (held && endedAt) await passOn(db, held, endedAt, claim);
      await takeOverNames(db, claim);
      const holding = {
        carId,
        memberId,
        lastEnd: endedAt ?? (await lastEndOf(db, carId)),
        proved: true,
        since: endedAt ?? time.startOfDay(grant.since),
      };
      adopted = await beginHoldingByHand(db, holding, grant);
    }
    await settle(db, claim, "granted", null, grant.by);
    await writeAudit(db, {
      personId: grant.by,
      address: grant.address,
      action: "car-claim.granted",
      subject: `member:${claim.member.number}`,
      detail: {
        claimId: claim.id,
        carId,
        since: grant.since,
        endedHolding: held && !isTheirs ? held.id : null,
        orders: adopted.orders,
        points: adopted.points,
      },
    });
    const { orders, points, waits } = adopted;
    return { ok: true, orders, points, waits };
  });
}

/** Refuses a claim, with the reason in words for whoever made it. */
export async function refuseCarClaim(
  refusal: Actor & { claimId: number; reason: string },
): Promise<DecidedClaim> {
  return inRetriedTransaction(async (db) => {
    const opened = await openClaim(db, refusal.claimId, refusal.by);
    if (!opened.ok) return opened;
    const { claim } = opened;
    await settle(db, claim, "refused", refusal.reason, refusal.by);
    await writeAudit(db, {
      personId: refusal.by,
      address: refusal.address,
      action: "car-claim.refused",
      subject: `member:${claim.member.number}`,
      detail: { claimId: claim.id, carId: claim.carId },
    });
    return { ok: true, orders: 0, points: 0, waits: 0 };
  });
}

/** The car is locked before its claim, as whoever brings a car does. */
async function openClaim(
  db: Db,
  claimId: number,
  by: number,
): Promise<{ ok: true; claim: Claim } | Extract<DecidedClaim, { ok: false }>> {
  const claim = await lockClaim(db, claimId);
  if (!claim) return { ok: false, refusal: "no-claim" };
  if (claim.state !== "open") return { ok: false, refusal: "decided-already" };
  if (claim.member.personId === by) return { ok: false, refusal: "own-claim" };
  return { ok: true, claim };
}

async function lockClaim(db: Db, id: number) {
  await db.$queryRaw`
    select car.id from car join car_claim on car_claim.car_id = car.id
    where car_claim.id = ${id} for update of car`;
  await db.$queryRaw`select id from car_claim where id = ${id} for update`;
  return db.carClaim.findUnique({
    where: { id },
    include: { member: { select: { personId: true, number: true } } },
  });
}

async function settle(
  db: Db,
  claim: Claim,
  state: "granted" | "refused",
  reason: string | null,
  by: number,
): Promise<void> {
  await db.carClaim.update({
    where: { id: claim.id },
    data: { state, reason, decidedBy: by, decidedAt: new Date() },
  });
  await writeCarLetter(db, claim.memberId, {
    template: "car-claim",
    props: { car: carInWords(claim), step: state, reason },
    dedupKey: `car-claim/${claim.id}/${state}`,
  });
}

async function passOn(db: Db, held: HeldNow, endsAt: Date, claim: Claim): Promise<void> {
  const { car } = await db.carHolding.update({
    where: { id: held.id },
    data: { endsAt, endCause: "passed-on" },
    select: { car: true },
  });
  await endCoDriversOf(db, held.id);
  await writeCarLetter(db, held.memberId, {
    template: "car-claim",
    props: { car: carInWords(car), step: "passed-on", reason: null },
    dedupKey: `car-claim/${claim.id}/passed-on`,
  });
}

/** What the claim said of the car, where that is not another car's by now. */
async function takeOverNames(db: Db, { carId, vin, plate, model }: Claim): Promise<void> {
  const [free] = await db.$queryRaw<[{ vin: boolean; plate: boolean }]>`
    select not exists (select from car where vin = ${vin} and id <> ${carId}) as vin,
      not exists (select from car join car_holding on car_holding.car_id = car.id
        where car.plate = ${plate} and car.id <> ${carId} and car_holding.ends_at is null) as plate`;
  await nameCar(db, carId, {
    vin: free.vin ? vin : null,
    plate: free.plate ? plate : null,
    model,
  });
}

async function lastEndOf(db: Db, carId: number): Promise<Date | null> {
  const { _max } = await db.carHolding.aggregate({ where: { carId }, _max: { endsAt: true } });
  return _max.endsAt;
}
