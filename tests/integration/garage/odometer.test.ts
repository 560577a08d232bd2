import { expect, test } from "vitest";
import { loadGarage } from "#app/modules/garage/load-garage.server.ts";
import { loadSharedCar } from "#app/modules/garage/load-shared-car.server.ts";
import { loadHome } from "#app/modules/home/load-home.server.ts";
import { loadStatement } from "#app/modules/ledger/load-statement.server.ts";
import { loadReadings } from "#app/modules/odometer/load-readings.server.ts";
import { recordReading } from "#app/modules/odometer/record-reading.server.ts";
import { voidOwnReading } from "#app/modules/odometer/void-reading.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { daysAgo, ordersCome, pointsOf } from "../../support/garage.ts";
import { expectSoundBooks } from "../../support/imports.ts";
import { aMember, type TestMember } from "../../support/people.ts";
import { aCar } from "./workshop-fixtures.ts";

testDatabase();

const reads = (owner: TestMember, carId: number, km: number, day = daysAgo(0), sure = false) =>
  recordReading({
    memberId: owner.memberId,
    personId: owner.id,
    accountId: owner.accountId,
    carId,
    km,
    day,
    sure,
  });

test("the month's first reading brings five points, the next ones none", async () => {
  const owner = await aMember();
  const first = await aCar(owner, { plate: "沪C10001" });
  const second = await aCar(owner, { plate: "沪C10002" });
  expect(await reads(owner, first, 10_000)).toEqual({ ok: true, points: 5 });
  expect(await reads(owner, first, 10_050)).toEqual({ ok: true, points: 0 });
  expect(await reads(owner, second, 500)).toEqual({ ok: true, points: 0 });
  expect(await pointsOf(owner)).toMatchObject({ available: 5, status: 0 });
  const [entry] = await loadStatement(db(), owner.accountId, { limit: 1 });
  expect(entry?.meta).toMatchObject({ for: "odometer", ruleVersion: 1, about: "沪C10001" });
  const cars = await loadGarage(db(), owner.memberId);
  expect(cars.map(({ odometer }) => odometer?.km)).toEqual([10_050, 500]);
});

test("of twenty readings at once one brings points", async () => {
  const owner = await aMember();
  const carId = await aCar(owner, { plate: "沪C10003" });
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => reads(owner, carId, 20_000 + n, daysAgo(0), true)),
  );
  expect(answers.reduce((sum, each) => sum + (each.ok ? each.points : 0), 0)).toBe(5);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(10);
  expect(await pointsOf(owner)).toMatchObject({ available: 5 });
  await expectSoundBooks();
});

test("the same reading pressed twenty times is one line of the log", async () => {
  const owner = await aMember();
  const carId = await aCar(owner, { plate: "沪C10004" });
  await Promise.all(Array.from({ length: 20 }, () => reads(owner, carId, 30_000)));
  expect(await db().odometerReading.count({ where: { carId } })).toBe(1);
  expect(await pointsOf(owner)).toMatchObject({ available: 5 });
});

test("a reading below the last one wants a clear word", async () => {
  const owner = await aMember();
  const carId = await aCar(owner, { plate: "沪C10005" });
  await reads(owner, carId, 30_000, daysAgo(3));
  expect(await reads(owner, carId, 29_000)).toMatchObject({ ok: false, refusal: "below" });
  expect(await reads(owner, carId, 29_000, daysAgo(0), true)).toMatchObject({ ok: true });
});

test("nobody reads another's car, nor one that was theirs", async () => {
  const [owner, stranger] = [await aMember(), await aMember()];
  const carId = await aCar(owner, { plate: "沪C10006" });
  const former = await aCar(stranger, { plate: "沪C10007", until: "2024-01-01" });
  expect(await reads(stranger, carId, 1)).toEqual({ ok: false, refusal: "no-car" });
  expect(await reads(stranger, former, 1)).toEqual({ ok: false, refusal: "no-car" });
});

/** Strikes the latest reading of so many kilometres through. */
async function strikes(owner: TestMember, carId: number, km: number) {
  const log = await loadReadings(db(), owner.memberId, carId);
  const readingId = log.find((each) => each.km === km)?.ownId ?? 0;
  const who = { memberId: owner.memberId, personId: owner.id };
  return voidOwnReading({ readingId, carId, reason: "A digit too many", ...who });
}

test("a mistaken reading is struck through with its points, and the right one brings them again", async () => {
  const owner = await aMember();
  const carId = await aCar(owner, { plate: "沪C10011" });
  expect(await reads(owner, carId, 1_999_999)).toEqual({ ok: false, refusal: "high" });
  expect(await reads(owner, carId, 1_999_999, daysAgo(0), true)).toEqual({ ok: true, points: 5 });
  expect(await strikes(owner, carId, 1_999_999)).toEqual({ ok: true, points: 5 });
  expect(await pointsOf(owner)).toMatchObject({ available: 0 });
  const [reversed] = await loadStatement(db(), owner.accountId, { limit: 1 });
  expect(reversed?.meta).toEqual({ for: "correction", reason: "reading-voided" });

  // Twice is once, and the true one is neither refused nor out of points.
  expect(await strikes(owner, carId, 1_999_999)).toEqual({ ok: true, points: 0 });
  expect(await reads(owner, carId, 12_000)).toEqual({ ok: true, points: 5 });
  expect(await reads(owner, carId, 12_010)).toEqual({ ok: true, points: 0 });
  expect(await pointsOf(owner)).toMatchObject({ available: 5 });
  expect(await loadReadings(db(), owner.memberId, carId)).toMatchObject([
    { km: 12_010, voidReason: null },
    { km: 12_000, voidReason: null },
    { km: 1_999_999, voidReason: "A digit too many" },
  ]);
  expect((await loadGarage(db(), owner.memberId))[0]?.odometer?.km).toBe(12_010);
  await expectSoundBooks();
});

test("nobody strikes another's reading through, nor one of the desk", async () => {
  const [owner, other] = [await aMember(), await aMember()];
  const carId = await aCar(owner, { plate: "沪C10012" });
  await reads(owner, carId, 10_000);
  const [line] = await loadReadings(db(), owner.memberId, carId);
  const theirs = { readingId: line?.ownId ?? 0, carId, reason: "no" };
  const stranger = { memberId: other.memberId, personId: other.id };
  expect(await voidOwnReading({ ...theirs, ...stranger })).toEqual({
    ok: false,
    refusal: "no-reading",
  });
  await db().odometerReading.updateMany({ where: { carId }, data: { source: "desk" } });
  const self = { memberId: owner.memberId, personId: owner.id };
  expect(await voidOwnReading({ ...theirs, ...self })).toMatchObject({ ok: false });
});

test("of two readings of a day the last word counts, on every page", async () => {
  const owner = await aMember();
  const carId = await aCar(owner, { plate: "沪C10013" });
  await reads(owner, carId, 90_000);
  await reads(owner, carId, 9_000, daysAgo(0), true);
  expect((await loadGarage(db(), owner.memberId))[0]?.odometer).toEqual({
    km: 9_000,
    day: daysAgo(0),
  });
  expect(await reads(owner, carId, 9_100)).toMatchObject({ ok: true });
});

test("list, car page, a co-driver's page and home say one day for the next service", async () => {
  const [owner, driver] = [await aMember(), await aMember()];
  const carId = await aCar(owner, { plate: "沪C10014" });
  // More visits than any list shows, at a pace that grows: a part of them tells another one.
  const km = (n: number) => n * n * 30;
  await ordersCome(
    ...Array.from({ length: 30 }, (_, n) => ({
      number: `PACE-${n}`,
      plate: "沪C10014",
      on: daysAgo(600 - n * 18),
      km: String(km(n) + 1_000),
      payment: "保险",
    })),
  );
  await reads(owner, carId, km(30) + 1_000);
  const holding = await db().carHolding.findFirstOrThrow({ where: { carId } });
  const { id: coDriverId } = await db().coDriver.create({
    data: { holdingId: holding.id, memberId: driver.memberId, acceptedAt: new Date() },
  });
  const [listed] = await loadGarage(db(), owner.memberId);
  const [alone] = await loadGarage(db(), owner.memberId, { carId, before: null });
  const shared = await loadSharedCar(db(), driver.memberId, coDriverId);
  const due = listed?.next;
  expect(due).toBeTruthy();
  expect([alone?.next, shared?.next]).toEqual([due, due]);
  expect([alone?.odometer, shared?.odometer]).toEqual([listed?.odometer, listed?.odometer]);
  const { next } = await loadHome(db(), { id: owner.memberId }, new Date(`${due?.dueOn}T04:00Z`));
  expect(next).toMatchObject({ thing: "book-service", dueOn: due?.dueOn });
});
