import { expect, test } from "vitest";
import { loadGarage } from "#app/modules/garage/load-garage.server.ts";
import { registerCar } from "#app/modules/garage/register-car.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inRolledBackTransaction } from "#app/platform/transaction.server.ts";
import { testDatabase } from "../../support/database.ts";
import { brings, daysAgo, ordersCome, ownerOf, pointsOf } from "../../support/garage.ts";
import { anExport, bringOrders, expectSoundBooks } from "../../support/imports.ts";
import { aMember } from "../../support/people.ts";
import { takeBack } from "../../support/reversals.ts";

testDatabase();

let plates = 0;
/** A plate that no other test knows. */
const aPlate = () => `沪B${String(10_000 + plates++)}`;

const holdersOf = (carId: number) =>
  db().carHolding.findMany({ where: { carId }, orderBy: { startsAt: "asc" } });

test("a new car that nobody knows is its owner's at once", async () => {
  const owner = await aMember();
  const plate = aPlate();
  const brought = await brings(owner, { plate, vin: "1M8GDM9AXKP042788", model: "海鸥 2026" });
  expect(brought).toMatchObject({ ok: true, state: "held", pointsEarned: 0 });
  const [car] = await loadGarage(db(), owner.memberId);
  expect(car).toMatchObject({ plate, vin: "1M8GDM9AXKP042788", model: "海鸥 2026", visits: [] });
});

test("a car with orders on file wants a proof, and an order number of it shows the history at once", async () => {
  const owner = await aMember();
  const plate = aPlate();
  await ordersCome(
    { number: `${plate}-OLD`, plate, on: daysAgo(400), paid: 900 },
    { number: `${plate}-91`, plate, on: daysAgo(91), paid: 800 },
    { number: `${plate}-90`, plate, on: daysAgo(90), paid: 1200 },
    { number: `${plate}-NEW`, plate, on: daysAgo(5), paid: 500, payment: "挂账" },
  );
  const wants = await brings(owner, { plate });
  expect(wants).toEqual({ ok: false, refusal: "needs-proof" });
  const wrong = await brings(owner, { plate, orderNumber: "RO-NONE" });
  expect(wrong).toEqual({ ok: false, refusal: "proof-does-not-fit" });
  expect(await ownerOf(`${plate}-90`)).toBeNull();

  const brought = await brings(owner, { plate, orderNumber: `${plate}-OLD` });
  expect(brought).toMatchObject({ ok: true, state: "granted", pointsEarned: 170 });
  const [car] = await loadGarage(db(), owner.memberId);
  expect(car?.visits.map(({ orderNumber }) => orderNumber)).toEqual([
    `${plate}-NEW`,
    `${plate}-90`,
    `${plate}-91`,
    `${plate}-OLD`,
  ]);
  expect(await pointsOf(owner)).toEqual({ available: 120, pending: 50, status: 170 });
  await expectSoundBooks();
});

test("a correction of an old order earns nothing, also once the file that brought it is taken back", async () => {
  const owner = await aMember();
  const plate = aPlate();
  const old = { number: `${plate}-OLD`, plate, on: daysAgo(200), paid: 900 };
  await ordersCome(old);
  await brings(owner, { plate, orderNumber: old.number });
  const correction = anExport({ ...old, paid: 1900, remark: "更正" });
  const { importId } = await bringOrders(correction, { bookAt: new Date() });
  expect(await pointsOf(owner)).toEqual({ available: 0, pending: 0, status: 0 });
  await takeBack(importId);
  expect(await pointsOf(owner)).toEqual({ available: 0, pending: 0, status: 0 });
  await expectSoundBooks();
});

test("a plate alone finds the orders that know the car by its VIN", async () => {
  const owner = await aMember();
  const plate = aPlate();
  const vin = "LSVNV2189E2100100";
  await ordersCome({ number: `${plate}-1`, plate, vin, on: daysAgo(10) });
  expect(await brings(owner, { plate })).toMatchObject({ refusal: "needs-proof" });
  const brought = await brings(owner, { plate, orderNumber: `${plate}-1` });
  expect(brought).toMatchObject({ ok: true, state: "granted", pointsEarned: 100 });
  const [car] = await loadGarage(db(), owner.memberId);
  expect(car).toMatchObject({ vin, plate });
});

test("a European VIN alone finds the orders that have it beside a plate", async () => {
  const [owner, other] = [await aMember(), await aMember()];
  const plate = aPlate();
  const vin = "WVWZZZ1JZ3W386752";
  await ordersCome(
    { number: `${plate}-1`, plate, vin, on: daysAgo(10) },
    { number: `${plate}-2`, plate: aPlate(), vin: "WVWZZZ1JZ3W386725", on: daysAgo(9) },
  );
  expect(await brings(owner, { vin })).toMatchObject({ refusal: "needs-proof" });
  const wrong = await brings(owner, { vin, orderNumber: `${plate}-2` });
  expect(wrong).toEqual({ ok: false, refusal: "proof-does-not-fit" });
  const brought = await brings(owner, { vin, orderNumber: `${plate}-1` });
  expect(brought).toMatchObject({ ok: true, state: "granted", pointsEarned: 100 });
  const [car] = await loadGarage(db(), owner.memberId);
  expect(car?.visits.map(({ orderNumber }) => orderNumber)).toEqual([`${plate}-1`]);
  // What comes from now on is the car's at once, and nobody else's by the plate.
  await ordersCome({ number: `${plate}-3`, plate, vin, on: daysAgo(0) });
  expect(await ownerOf(`${plate}-3`)).toBe(owner.memberId);
  expect(await brings(other, { vin })).toMatchObject({ ok: true, state: "claimed-open" });
  await expectSoundBooks();
});

test("an order number of another car proves nothing", async () => {
  const owner = await aMember();
  const [plate, elses] = [aPlate(), aPlate()];
  await ordersCome({ number: `${plate}-1`, plate }, { number: `${elses}-1`, plate: elses });
  const brought = await brings(owner, { plate, orderNumber: `${elses}-1` });
  expect(brought).toEqual({ ok: false, refusal: "proof-does-not-fit" });
});

test("one person has five tries an hour, and a car ten a day whoever tries", async () => {
  const owner = await aMember();
  const [plate, another] = [aPlate(), aPlate()];
  await ordersCome({ number: `${plate}-1`, plate }, { number: `${another}-1`, plate: another });
  const tries = async (who: typeof owner, of: string, orderNumber: string) => {
    const brought = await brings(who, { plate: of, orderNumber });
    return brought.ok ? brought.state : brought.refusal;
  };
  for (let i = 0; i < 5; i++) {
    expect(await tries(owner, plate, `GUESS-${i}`)).toBe("proof-does-not-fit");
  }
  expect(await tries(owner, plate, `${plate}-1`)).toBe("too-many-tries");
  expect(await tries(owner, another, `${another}-1`)).toBe("too-many-tries");

  const second = await aMember();
  // The sixth try was counted for the car as well: four are left of ten.
  for (let i = 0; i < 4; i++) {
    expect(await tries(second, plate, `MORE-${i}`)).toBe("proof-does-not-fit");
  }
  const third = await aMember();
  expect(await tries(third, plate, `${plate}-1`)).toBe("too-many-tries");
  expect(await tries(third, another, `${another}-1`)).toBe("granted");
});

test("tries are counted although the transaction around them is given up", async () => {
  const owner = await aMember();
  const plate = aPlate();
  await ordersCome({ number: `${plate}-1`, plate });
  const triesOf = `joining ${plate}`;
  for (let i = 0; i < 5; i++) {
    await inRolledBackTransaction((tx) =>
      registerCar(tx, {
        memberId: owner.memberId,
        personId: owner.id + i * 1000,
        vin: null,
        plate,
        model: null,
        orderNumber: "GUESS",
        by: "owner",
        triesOf,
      }),
    );
  }
  const sixth = await brings(owner, { plate, orderNumber: `${plate}-1`, triesOf });
  expect(sixth).toEqual({ ok: false, refusal: "too-many-tries" });
});

test("a car that somebody holds is for the desk, and nothing of them is said", async () => {
  const holder = await aMember();
  const claimant = await aMember();
  const plate = aPlate();
  await brings(holder, { plate, model: "迈腾 330TSI" });
  const brought = await brings(claimant, { plate, orderNumber: "ANY" });
  expect(brought).toMatchObject({ ok: true, state: "claimed-open", pointsEarned: 0 });
  expect(await brings(claimant, { plate })).toMatchObject({ state: "claimed-open" });
  const claims = await db().carClaim.findMany({ where: { memberId: claimant.memberId } });
  expect(claims).toMatchObject([{ state: "open", plate, model: null, orderNumber: "ANY" }]);
  const letters = await db().mail.findMany({ where: { recipient: claimant.email } });
  expect(letters.map(({ template, props }) => [template, props])).toEqual([
    ["car-claim", { name: claimant.name, car: plate, step: "open", reason: null }],
  ]);
  expect(await loadGarage(db(), claimant.memberId)).toEqual([]);
});

test("what is one's own already stays as it is", async () => {
  const owner = await aMember();
  const plate = aPlate();
  await brings(owner, { plate });
  expect(await brings(owner, { plate })).toEqual({ ok: false, refusal: "yours-already" });
});

test("a plate on another holder's car does not go with a VIN of its own", async () => {
  const [holder, owner] = [await aMember(), await aMember()];
  const plate = aPlate();
  await brings(holder, { plate, vin: "LVGBH42K8JG500100" });
  const brought = await brings(owner, { plate, vin: "LFV3A23C5K3000100" });
  expect(brought).toEqual({ ok: false, refusal: "names-two-cars" });
  expect(await db().car.count({ where: { vin: "LFV3A23C5K3000100" } })).toBe(0);
});

test("a plate goes along from one's old car to the new one", async () => {
  const owner = await aMember();
  const plate = aPlate();
  const first = await brings(owner, { plate, vin: "JTH9MGK89H7063607" });
  const second = await brings(owner, { plate, vin: "11111111111111111" });
  expect(second).toMatchObject({ ok: true, state: "held" });
  const cars = await db().car.findMany({
    where: { vin: { in: ["JTH9MGK89H7063607", "11111111111111111"] } },
  });
  expect(Object.fromEntries(cars.map((car) => [car.id, car.plate]))).toEqual({
    [first.ok ? first.carId : 0]: null,
    [second.ok ? second.carId : 0]: plate,
  });
});

test("of twenty who bring one new car at once, one holds it and the others are for the desk", async () => {
  const people = await Promise.all(Array.from({ length: 20 }, () => aMember()));
  const plate = aPlate();
  const answers = await Promise.all(people.map((who) => brings(who, { plate })));
  const states = answers.map((answer) => (answer.ok ? answer.state : answer.refusal));
  expect(states.filter((state) => state === "held")).toHaveLength(1);
  expect(states.filter((state) => state === "claimed-open")).toHaveLength(19);
  const cars = await db().car.findMany({ where: { plate } });
  expect(cars).toHaveLength(1);
  expect(await holdersOf(cars[0]?.id as number)).toHaveLength(1);
});

test("of twenty who know an order number, one has the car, its history and its points", async () => {
  const people = await Promise.all(Array.from({ length: 20 }, () => aMember()));
  const plate = aPlate();
  await ordersCome({ number: `${plate}-1`, plate, on: daysAgo(3), paid: 1000 });
  const answers = await Promise.all(
    people.map((who) => brings(who, { plate, orderNumber: `${plate}-1` })),
  );
  const states = answers.map((answer) => (answer.ok ? answer.state : answer.refusal));
  expect(states.filter((state) => state === "granted")).toHaveLength(1);
  expect(states.filter((state) => state === "claimed-open")).toHaveLength(19);
  const points = await Promise.all(people.map(pointsOf));
  expect(points.reduce((sum, { available }) => sum + available, 0)).toBe(100);
  await expectSoundBooks();
});

test("the same person pressing twenty times has one car", async () => {
  const owner = await aMember();
  const plate = aPlate();
  await ordersCome({ number: `${plate}-1`, plate, on: daysAgo(3), paid: 1000 });
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => brings(owner, { plate, orderNumber: `${plate}-1` })),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await pointsOf(owner)).toMatchObject({ available: 100 });
});
