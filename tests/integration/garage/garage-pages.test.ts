import { describe, expect, test } from "vitest";
import { loadGarage } from "#app/modules/garage/load-garage.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aMember } from "../../support/people.ts";
import { aCar, anOrder } from "./workshop-fixtures.ts";

testDatabase();

test("a member without a car has an empty garage", async () => {
  expect(await loadGarage(db(), (await aMember()).memberId)).toEqual([]);
});

test("each visit shows what it brought, or why it brought nothing", async () => {
  const member = await aMember();
  const car = await aCar(member, { plate: "鄂A12345" });
  const { entryId } = await anOrder(member, car, "2026-05-01", { paid: 1286, odometerKm: 40_000 });
  await anOrder(member, car, "2026-06-01", { kind: "accident", payer: "someone-else" });
  await anOrder(member, car, "2026-07-01", { state: "reversed" });
  await anOrder(member, car, "2026-08-01", { payer: "on-account" });
  const [held] = await loadGarage(db(), member.memberId);
  expect(held).toMatchObject({
    plate: "鄂A12345",
    heldThrough: null,
    odometer: { km: 40_000, day: "2026-05-01" },
    more: false,
  });
  expect(held?.visits.map((visit) => visit.earned)).toMatchObject([
    { points: 120, entryId: expect.any(Number), pending: true },
    { points: 0, reason: "cancelled" },
    { points: 0, reason: "kind-earns-nothing" },
    { points: 128, entryId, pending: false },
  ]);
});

describe("a car that changed hands", () => {
  test("shows each holder the visits of their own time only", async () => {
    const former = await aMember();
    const present = await aMember();
    const car = await aCar(former, { plate: "沪B00001", until: "2026-06-01" });
    await aCar(present, { id: car, from: "2026-06-01" });
    await anOrder(former, car, "2026-05-31", { odometerKm: 70_000 });
    await anOrder(present, car, "2026-06-01", { odometerKm: 70_100 });
    const [sold] = await loadGarage(db(), former.memberId);
    const [bought] = await loadGarage(db(), present.memberId);
    expect(sold).toMatchObject({ heldThrough: "2026-05-31", next: null });
    expect(sold?.visits.map((visit) => visit.odometerKm)).toEqual([70_000]);
    expect(bought).toMatchObject({ heldThrough: null });
    expect(bought?.visits.map((visit) => visit.odometerKm)).toEqual([70_100]);
  });

  test("an order that was booked to nobody is shown to whoever held the car then", async () => {
    const former = await aMember();
    const present = await aMember();
    const car = await aCar(former, { until: "2026-06-01" });
    await aCar(present, { id: car, from: "2026-06-01" });
    await anOrder(null, car, "2026-06-02");
    expect((await loadGarage(db(), former.memberId))[0]?.visits).toEqual([]);
    expect((await loadGarage(db(), present.memberId))[0]?.visits).toMatchObject([
      { earned: { points: 0, reason: "not-awarded" } },
    ]);
  });

  test("a car that came back is in the garage once, with both times' visits", async () => {
    const member = await aMember();
    const other = await aMember();
    const car = await aCar(member, { from: "2024-01-01", until: "2025-01-01" });
    await aCar(other, { id: car, from: "2025-01-01", until: "2026-01-01" });
    await aCar(member, { id: car, from: "2026-01-01" });
    await anOrder(member, car, "2024-06-01", { paid: 100 });
    await anOrder(other, car, "2025-06-01", { paid: 200 });
    await anOrder(member, car, "2026-06-01", { paid: 300 });
    const cars = await loadGarage(db(), member.memberId);
    expect(cars).toHaveLength(1);
    expect(cars[0]?.visits.map((visit) => visit.paidMinor)).toEqual([30_000, 10_000]);
  });

  test("another member's car is none of one's own", async () => {
    const member = await aMember();
    const other = await aMember();
    const carId = await aCar(other);
    expect(await loadGarage(db(), member.memberId, { carId, before: null })).toEqual([]);
  });
});

test("a long history is read page by page", async () => {
  const member = await aMember();
  const carId = await aCar(member);
  const days = Array.from({ length: 25 }, (_, n) => `2026-01-${String(n + 1).padStart(2, "0")}`);
  for (const day of days) await anOrder(member, carId, day, { paid: 5 });
  const [first] = await loadGarage(db(), member.memberId, { carId, before: null });
  expect(first).toMatchObject({ more: true });
  const last = first?.visits.at(-1);
  const before = { settledAt: new Date(last?.settledAt ?? 0), orderId: last?.orderId ?? 0 };
  const [second] = await loadGarage(db(), member.memberId, { carId, before });
  expect(second).toMatchObject({ more: false });
  const read = [...(first?.visits ?? []), ...(second?.visits ?? [])];
  expect(new Set(read.map((visit) => visit.orderId)).size).toBe(25);
});
