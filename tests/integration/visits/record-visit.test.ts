import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { loadMemberPage } from "#app/modules/members/load-member-page.server.ts";
import { loadReceptionsOf } from "#app/modules/visits/load-receptions.server.ts";
import { loadRecordedVisit } from "#app/modules/visits/load-recorded-visit.server.ts";
import { loadVisitChoices } from "#app/modules/visits/load-visit-form.server.ts";
import { recordVisit } from "#app/modules/visits/record-visit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { anApiKey, anApiOrder, sendToApi } from "../../support/api.ts";
import { testDatabase } from "../../support/database.ts";
import { aMember, aPerson, type TestMember } from "../../support/people.ts";
import { aCar, time } from "../garage/workshop-fixtures.ts";
import { aReception, aVisitor, invoice, STORE, today, type Visitor } from "./visits-fixtures.ts";

testDatabase();

let reception: Awaited<ReturnType<typeof aReception>>;
let member: TestMember;
let carId: number;
let plate: string;
let cars: number;
let aVisit: Visitor["aVisit"];
let recorded: Visitor["recorded"];
let refusal: Visitor["refusal"];

beforeAll(async () => {
  reception = await aReception();
});

beforeEach(async () => {
  ({ member, carId, plate, cars, aVisit, recorded, refusal } = await aVisitor(reception));
});

const pageOf = async (number: string) => {
  const page = await loadMemberPage(db(), number, ["desk"]);
  if (!page) throw new Error("no page");
  return page;
};

test("a visit without an invoice is kept with its odometer, and shown as at the workshop today", async () => {
  const id = await recorded({ odometerKm: 42_000, note: "brake noise" });
  const page = await pageOf(member.number);
  expect(page.receptions).toMatchObject([
    {
      id,
      day: today,
      store: { en: "Lakeside One", zh: STORE },
      plate,
      odometerKm: 42_000,
      note: "brake noise",
    },
  ]);
  expect(page.points?.available).toBe(0);
  expect(await db().odometerReading.findMany({ where: { carId } })).toMatchObject([
    { km: 42_000, source: "desk", recordedBy: reception.deskId, memberId: member.memberId },
  ]);
  expect(await loadRecordedVisit(db(), member.number, id)).toMatchObject({ hasOrder: false });
  const written = await db().auditEntry.findFirstOrThrow({
    where: { action: "visit.recorded", subject: `member:${member.number}` },
  });
  expect(written).toMatchObject({ personId: reception.deskId, address: "203.0.113.7" });
});

test("nobody records an invoice that earns for themselves, nor for the car that they hold and another drives", async () => {
  const wanted = { orderNumber: "RO-OWN", invoice, by: member.id };
  expect(await refusal(wanted)).toBe("own-visit");
  const friend = await aMember();
  const { id: holdingId } = await db().carHolding.findFirstOrThrow({ where: { carId } });
  await db().coDriver.create({
    data: { holdingId, memberId: friend.memberId, acceptedAt: new Date() },
  });
  expect(await refusal({ ...wanted, number: friend.number })).toBe("own-visit");
  expect(await db().serviceOrder.count({ where: { orderNumber: "RO-OWN" } })).toBe(0);
  expect(await refusal({ by: member.id, note: "Left the key" })).toBeNull();
});

test("a settled invoice earns at once, and its visit is no longer an open one", async () => {
  const id = await recorded({ orderNumber: "RO-PAID", odometerKm: 43_000, invoice });
  expect(await loadRecordedVisit(db(), member.number, id)).toMatchObject({
    hasOrder: true,
    points: 25,
    pending: false,
    others: null,
    nobodys: false,
  });
  const page = await pageOf(member.number);
  expect(page.points?.available).toBe(25);
  expect(page.receptions).toMatchObject([{ hasOrder: true, orderTyped: true }]);
  expect(page.visits).toMatchObject([{ orderNumber: "RO-PAID", odometerKm: 43_000 }]);
});

test("an invoice on account earns points that wait", async () => {
  const id = await recorded({
    orderNumber: "RO-ACCOUNT",
    invoice: { ...invoice, payer: "on-account" },
  });
  expect(await loadRecordedVisit(db(), member.number, id)).toMatchObject({
    points: 25,
    pending: true,
  });
});

describe("the workshop's own row, when it comes", () => {
  let key: string;
  beforeAll(async () => {
    key = await anApiKey("orders:write");
  });
  const send = async (changes: Record<string, unknown>) => {
    const order = anApiOrder({ store: STORE, plate, vin: null, settled_at: today, ...changes });
    return (await sendToApi(order, { key })).json();
  };

  test("saying the same, it changes nothing", async () => {
    await recorded({ orderNumber: "RO-SAME", invoice, odometerKm: 50_000 });
    const same = { odometer_km: 50_000, kind: "maintenance", payer: "owner" };
    const money = { labour_minor: 25_600, parts_minor: 0, discount_minor: 0, paid_minor: 25_600 };
    expect(await send({ order_number: "RO-SAME", ...same, ...money })).toMatchObject({
      outcome: "unchanged",
      points: 0,
    });
    expect((await pageOf(member.number)).points?.available).toBe(25);
  });

  test("saying otherwise, it corrects what was typed from paper", async () => {
    await recorded({ orderNumber: "RO-TYPED", invoice });
    const items = { labour_minor: 20_000, parts_minor: 7_900, discount_minor: 0 };
    const money = { ...items, paid_minor: 27_900 };
    expect(await send({ order_number: "RO-TYPED", ...money })).toMatchObject({
      outcome: "corrected",
      points: 2,
      member_number: member.number,
    });
    expect((await pageOf(member.number)).points?.available).toBe(27);
  });

  test("it finds the visit by its number, and by car and day where none was typed", async () => {
    await recorded({ orderNumber: "RO-LATER" });
    expect((await pageOf(member.number)).receptions).toHaveLength(1);
    await send({ order_number: "RO-LATER" });
    expect((await pageOf(member.number)).receptions).toEqual([]);

    const other = await aMember();
    const plateOfOther = `沪B${10_000 + cars}`;
    const car = await aCar(other, { plate: plateOfOther });
    await recorded({ number: other.number, carId: car });
    expect((await pageOf(other.number)).receptions).toHaveLength(1);
    await send({ order_number: "RO-UNNAMED", plate: plateOfOther });
    expect((await pageOf(other.number)).receptions).toEqual([]);
    const came = await loadReceptionsOf(db(), today, time);
    expect(came.filter((visit) => visit.member.number === other.number)).toMatchObject([
      { hasOrder: true },
    ]);
  });

  test("an order that came first is linked and not typed over", async () => {
    await send({ order_number: "RO-FIRST", paid_minor: 128_600 });
    const id = await recorded({ orderNumber: "RO-FIRST", invoice });
    expect(await loadRecordedVisit(db(), member.number, id)).toMatchObject({ points: 128 });
    expect((await pageOf(member.number)).points?.available).toBe(128);
  });
});

test("a form sent twice, even at once, is one visit with one award", async () => {
  const twice = aVisit({ orderNumber: "RO-TWICE", invoice });
  const answers = await Promise.all([recordVisit(twice), recordVisit(twice), recordVisit(twice)]);
  expect(new Set(answers.map((answer) => answer.ok && answer.receptionId)).size).toBe(1);
  expect(await db().reception.count({ where: { requestKey: twice.requestKey } })).toBe(1);
  expect((await pageOf(member.number)).points?.available).toBe(25);
});

test("two people who record one invoice at once make one visit of it", async () => {
  const answers = await Promise.all([
    recordVisit(aVisit({ orderNumber: "RO-RACE", invoice })),
    recordVisit(aVisit({ orderNumber: "RO-RACE", invoice })),
  ]);
  expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true]);
  expect((await pageOf(member.number)).points?.available).toBe(25);
});

test("whoever drives beside the holder comes with the car; the order and its points are the holder's", async () => {
  const driver = await aMember();
  const holding = await db().carHolding.findFirstOrThrow({ where: { carId } });
  const shared = { holdingId: holding.id, memberId: driver.memberId };
  await db().coDriver.create({ data: { ...shared, acceptedAt: new Date() } });
  const choices = await loadVisitChoices(db(), driver.number, reception.deskId);
  expect(choices?.cars).toEqual([{ id: carId, plate, model: "ES200", holder: member.name }]);
  expect((await pageOf(driver.number)).cars).toMatchObject([
    { plate, until: null, holder: { number: member.number } },
  ]);

  const id = await recorded({ number: driver.number, orderNumber: "RO-DRIVEN", invoice });
  expect(await loadRecordedVisit(db(), driver.number, id)).toMatchObject({
    points: 25,
    others: member.number,
  });
  expect((await pageOf(driver.number)).points?.available).toBe(0);
  expect((await pageOf(member.number)).points?.available).toBe(25);

  await db().coDriver.updateMany({ where: shared, data: { endedAt: new Date() } });
  expect(await refusal({ number: driver.number })).toBe("not-their-car");
});

test("the store of whoever records is remembered", async () => {
  const other = await db().store.create({ data: { name: "Remembered" } });
  await recorded({ storeId: other.id });
  const choices = await loadVisitChoices(db(), member.number, reception.deskId);
  expect(choices?.lastStoreId).toBe(other.id);
  const colleague = await aPerson({ roles: ["desk"] });
  expect((await loadVisitChoices(db(), member.number, colleague.id))?.lastStoreId).toBeNull();
});
