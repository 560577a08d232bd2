import { expect, test } from "vitest";
import { loadGarage } from "#app/modules/garage/load-garage.server.ts";
import { recordReading } from "#app/modules/garage/record-reading.server.ts";
import { loadStatement } from "#app/modules/ledger/load-statement.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { daysAgo, pointsOf } from "../../support/garage.ts";
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
