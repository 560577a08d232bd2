import { expect, test } from "vitest";
import { grantCarClaim, refuseCarClaim } from "#app/modules/garage/decide-car-claim.server.ts";
import { addCarByDesk, endHoldingByDesk } from "#app/modules/garage/desk-cars.server.ts";
import { endHolding } from "#app/modules/garage/end-holding.server.ts";
import { loadGarage } from "#app/modules/garage/load-garage.server.ts";
import { loadGarageNews } from "#app/modules/garage/load-garage-news.server.ts";
import { registerOwnCar } from "#app/modules/garage/register-own-car.server.ts";
import { takeBackSale } from "#app/modules/garage/take-back-sale.server.ts";
import { withdrawCarClaim } from "#app/modules/garage/withdraw-car-claim.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { brings, daysAgo, ordersCome, ownerOf, pointsOf } from "../../support/garage.ts";
import { expectSoundBooks } from "../../support/imports.ts";
import { aMember, aPerson, type TestMember } from "../../support/people.ts";

testDatabase();

let plates = 0;
const aPlate = () => `沪D${String(10_000 + plates++)}`;

async function carOf(owner: TestMember, plate: string): Promise<number> {
  const brought = await brings(owner, { plate });
  if (!brought.ok) throw new Error(brought.refusal);
  return brought.carId;
}

/** A car that somebody holds since long ago, as the roster brings them. */
async function longHeld(owner: TestMember, plate: string): Promise<number> {
  const { id } = await db().car.create({ data: { plate } });
  await db().carHolding.create({
    data: { carId: id, memberId: owner.memberId, startsAt: new Date("2024-01-01") },
  });
  return id;
}

async function claimOf(who: TestMember, plate: string): Promise<number> {
  await brings(who, { plate, asksDesk: true });
  const where = { memberId: who.memberId, state: "open" };
  return (await db().carClaim.findFirstOrThrow({ where })).id;
}

const actorOf = ({ id }: { id: number }) => ({ by: id, address: "10.0.0.7" });
const ordersSeenBy = async (who: TestMember) =>
  (await loadGarage(db(), who.memberId)).flatMap((car) =>
    car.visits.map(({ orderNumber }) => orderNumber),
  );

const lettersTo = async (who: TestMember) =>
  (await db().mail.findMany({ where: { recipient: who.email }, orderBy: { id: "asc" } })).map(
    ({ template, props }) => `${template} ${(props as { step?: string }).step}`,
  );

async function expectNoOverlap(carId: number): Promise<void> {
  const [row] = await db().$queryRaw<[{ overlaps: bigint }]>`
    select count(*) as overlaps from car_holding a join car_holding b
      on a.car_id = b.car_id and a.id < b.id
      and tstzrange(coalesce(a.history_from, a.starts_at), a.ends_at)
        && tstzrange(coalesce(b.history_from, b.starts_at), b.ends_at)
    where a.car_id = ${carId}`;
  expect(row.overlaps).toBe(0n);
}

test("a corrected order of an adopted history is judged for the new holder, a cancelled one taken back", async () => {
  const owner = await aMember();
  const plate = aPlate();
  const on = daysAgo(20);
  await ordersCome(
    { number: `${plate}-1`, plate, on, paid: 1000 },
    { number: `${plate}-2`, plate, on, paid: 700 },
    { number: `${plate}-OLD`, plate, on: daysAgo(300), paid: 5000 },
  );
  await brings(owner, { plate, orderNumber: `${plate}-1` });
  expect(await pointsOf(owner)).toEqual({ available: 170, pending: 0, status: 170 });

  await ordersCome({ number: `${plate}-1`, plate, on, paid: 1200, remark: "更正" });
  await ordersCome({ number: `${plate}-2`, plate, on, paid: -700, remark: "红冲" });
  // What came too long before earns nothing, however it is corrected.
  await ordersCome({ number: `${plate}-OLD`, plate, on: daysAgo(300), paid: 6000, remark: "更正" });
  expect(await pointsOf(owner)).toEqual({ available: 120, pending: 0, status: 120 });
  expect(await ownerOf(`${plate}-OLD`)).toBe(owner.memberId);
  await expectSoundBooks();
});

test("an order that comes in after the car was proved is judged as if it had been there", async () => {
  const owner = await aMember();
  const plate = aPlate();
  await ordersCome({ number: `${plate}-1`, plate, on: daysAgo(20), paid: 1000 });
  await brings(owner, { plate, orderNumber: `${plate}-1` });
  await ordersCome(
    { number: `${plate}-2`, plate, on: daysAgo(60), paid: 400 },
    { number: `${plate}-3`, plate, on: daysAgo(200), paid: 4000 },
  );
  expect(await pointsOf(owner)).toMatchObject({ available: 140, status: 140 });
  expect(await ordersSeenBy(owner)).toEqual([`${plate}-1`, `${plate}-2`, `${plate}-3`]);
});

test("adopted orders that reach gold make gold, and the orders after it earn at gold", async () => {
  const owner = await aMember();
  const plate = aPlate();
  await ordersCome(
    { number: `${plate}-1`, plate, on: daysAgo(40), paid: 20_000 },
    { number: `${plate}-2`, plate, on: daysAgo(10), paid: 1000 },
  );
  const brought = await brings(owner, { plate, orderNumber: `${plate}-2` });
  expect(brought).toMatchObject({ ok: true, pointsEarned: 2200 });
  expect(await pointsOf(owner)).toMatchObject({ available: 2200, status: 2100 });
  const gold = await db().tierPeriod.findMany({ where: { memberId: owner.memberId } });
  expect(gold).toMatchObject([{ tier: "gold", cause: "status_points" }]);
  await expectSoundBooks();
});

test("a sold car's history and points stay with whoever sold it, and its next owner sees none of it", async () => {
  const [former, next] = [await aMember(), await aMember()];
  const plate = aPlate();
  const carId = await longHeld(former, plate);
  await ordersCome({ number: `${plate}-1`, plate, on: daysAgo(30), paid: 1000 });
  const sold = { memberId: former.memberId, carId, cause: "sold" as const };
  expect(await endHolding({ ...sold, day: daysAgo(31) })).toMatchObject({ refusal: "visit-after" });
  expect(await endHolding({ ...sold, day: daysAgo(10) })).toMatchObject({ ok: true });
  await ordersCome({ number: `${plate}-2`, plate, on: daysAgo(5), paid: 600 });

  expect(await brings(next, { plate, orderNumber: `${plate}-1` })).toMatchObject({
    refusal: "proof-does-not-fit",
  });
  const brought = await brings(next, { plate, orderNumber: `${plate}-2` });
  expect(brought).toMatchObject({ state: "granted", pointsEarned: 60 });
  expect(await ordersSeenBy(next)).toEqual([`${plate}-2`]);
  expect(await ordersSeenBy(former)).toEqual([`${plate}-1`]);

  await ordersCome({ number: `${plate}-1`, plate, on: daysAgo(30), paid: 1500, remark: "更正" });
  expect(await pointsOf(former)).toMatchObject({ available: 150 });
  expect(await pointsOf(next)).toMatchObject({ available: 60 });
  await expectNoOverlap(carId);
});

test("a sale said by mistake can be taken back, until the car is another's", async () => {
  const [owner, next] = [await aMember(), await aMember()];
  const plate = aPlate();
  const carId = await carOf(owner, plate);
  const whose = { memberId: owner.memberId, carId };
  await endHolding({ ...whose, day: daysAgo(0), cause: "sold" });
  expect(await takeBackSale({ memberId: next.memberId, carId })).toMatchObject({
    refusal: "no-car",
  });
  expect(await takeBackSale(whose)).toEqual({ ok: true });
  expect(await takeBackSale(whose)).toMatchObject({ refusal: "too-late" });
  await endHolding({ ...whose, day: daysAgo(0), cause: "sold" });
  await carOf(next, plate);
  expect(await takeBackSale(whose)).toMatchObject({ refusal: "too-late" });
  await expectNoOverlap(carId);
});

test("a replaced car ends in the act that brings the new one, or nothing happens at all", async () => {
  const [owner, other] = [await aMember(), await aMember()];
  const [plate, taken] = [aPlate(), aPlate()];
  const old = await carOf(owner, plate);
  await brings(other, { plate: taken, vin: "LVGBH42K8JG500100" });
  const replace = (names: { vin: string | null; plate: string | null }) =>
    registerOwnCar({
      memberId: owner.memberId,
      personId: owner.id,
      model: null,
      orderNumber: null,
      replaces: old,
      ...names,
    });
  expect(await replace({ vin: null, plate })).toMatchObject({ refusal: "needs-vin" });
  expect(await replace({ vin: "11111111111111111", plate: taken })).toMatchObject({
    refusal: "names-two-cars",
  });
  expect((await loadGarage(db(), owner.memberId)).map(({ heldThrough }) => heldThrough)).toEqual([
    null,
  ]);
  expect(await replace({ vin: "11111111111111111", plate })).toMatchObject({ state: "held" });
  const cars = await loadGarage(db(), owner.memberId);
  expect(cars.map(({ vin, heldThrough }) => [vin, heldThrough !== null])).toEqual([
    ["11111111111111111", false],
    [null, true],
  ]);
});

test("the desk grants a held car from a day on; its former holder keeps what was theirs and is told", async () => {
  const [former, claimant] = [await aMember(), await aMember()];
  const desk = await aPerson({ roles: ["desk"] });
  const plate = aPlate();
  const carId = await longHeld(former, plate);
  await ordersCome({ number: `${plate}-1`, plate, on: daysAgo(20), paid: 1000 });
  const claimId = await claimOf(claimant, plate);
  const granted = await grantCarClaim({
    claimId,
    since: daysAgo(40),
    ...actorOf(desk),
  });
  expect(granted).toEqual({ ok: true, orders: 0, points: 0, waits: 0 });
  expect(await ownerOf(`${plate}-1`)).toBe(former.memberId);
  expect(await ordersSeenBy(claimant)).toEqual([]);
  expect(await lettersTo(former)).toEqual(["car-claim passed-on"]);
  expect(await lettersTo(claimant)).toEqual(["car-claim open", "car-claim granted"]);
  await expectNoOverlap(carId);

  // Settled after the day of the last order that was the former holder's: the new one's.
  await ordersCome({ number: `${plate}-2`, plate, on: daysAgo(3), paid: 800 });
  expect(await pointsOf(claimant)).toMatchObject({ available: 80 });
  expect(await pointsOf(former)).toMatchObject({ available: 100 });
  const audit = await db().auditEntry.findMany({ where: { personId: desk.id } });
  expect(audit.map(({ action, subject }) => [action, subject])).toEqual([
    ["car-claim.granted", `member:${claimant.number}`],
  ]);
  await expectSoundBooks();
});

test("of two desks that decide one claim, the second is told", async () => {
  const [owner, claimant] = [await aMember(), await aMember()];
  const [first, second] = [await aPerson({ roles: ["desk"] }), await aPerson({ roles: ["desk"] })];
  const plate = aPlate();
  const carId = await carOf(owner, plate);
  const claimId = await claimOf(claimant, plate);
  const answers = await Promise.all([
    grantCarClaim({ claimId, since: daysAgo(0), ...actorOf(first) }),
    refuseCarClaim({ claimId, reason: "No papers", ...actorOf(second) }),
    grantCarClaim({ claimId, since: daysAgo(0), ...actorOf(second) }),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter((each) => !each.ok && each.refusal === "decided-already")).toHaveLength(2);
  expect(await db().carHolding.count({ where: { carId, endsAt: null } })).toBe(1);
});

test("a refused claim says why, and one's own claim is another's to decide", async () => {
  const [owner, claimant] = [await aMember(), await aMember({ roles: ["desk"] })];
  const desk = await aPerson({ roles: ["desk"] });
  const plate = aPlate();
  await carOf(owner, plate);
  const claimId = await claimOf(claimant, plate);
  const own = actorOf(claimant);
  expect(await grantCarClaim({ claimId, since: daysAgo(0), ...own })).toMatchObject({
    refusal: "own-claim",
  });
  await refuseCarClaim({
    claimId,
    reason: "The papers name somebody else.",
    ...actorOf(desk),
  });
  const { claims } = await loadGarageNews(db(), claimant.memberId);
  expect(claims).toMatchObject([{ state: "refused", reason: "The papers name somebody else." }]);
  expect(await withdrawCarClaim(db(), { memberId: claimant.memberId, claimId })).toBe(false);
});

test("an open claim can be taken back by whoever made it, and by nobody else", async () => {
  const [owner, claimant] = [await aMember(), await aMember()];
  const plate = aPlate();
  await carOf(owner, plate);
  const claimId = await claimOf(claimant, plate);
  expect(await withdrawCarClaim(db(), { memberId: owner.memberId, claimId })).toBe(false);
  expect(await withdrawCarClaim(db(), { memberId: claimant.memberId, claimId })).toBe(true);
});

test("the desk adds a car with its history, ends it, and leaves its name to both", async () => {
  const owner = await aMember();
  const desk = await aPerson({ roles: ["desk"] });
  const plate = aPlate();
  await ordersCome({ number: `${plate}-1`, plate, on: daysAgo(20), paid: 1000 });
  const whose = { memberId: owner.memberId, personId: owner.id, number: owner.number };
  const names = { vin: null, plate, model: null };
  const by = actorOf(desk);
  expect(await addCarByDesk(whose, names, actorOf(owner))).toMatchObject({
    refusal: "own-car",
  });
  expect(await addCarByDesk(whose, names, by)).toMatchObject({ ok: true, pointsEarned: 100 });
  const [car] = await loadGarage(db(), owner.memberId);
  const ending = { carId: car?.id as number, day: daysAgo(0), cause: "given-up" as const };
  expect(await endHoldingByDesk(whose, ending, by)).toMatchObject({ ok: true });
  const audit = await db().auditEntry.findMany({
    where: { personId: desk.id },
    orderBy: { id: "asc" },
  });
  expect(audit.map(({ action }) => action)).toEqual(["car.added", "car.ended"]);
});
