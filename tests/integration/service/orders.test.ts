import { beforeEach, describe, expect, test } from "vitest";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { loadStatement } from "#app/modules/ledger/load-statement.server.ts";
import { spendPoints } from "#app/modules/ledger/spend-points.server.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import {
  allPoints,
  anExport,
  aRoll,
  bringOrders,
  bringRoll,
  expectSoundBooks,
  type OrderFileRow,
} from "../../support/imports.ts";
import { takeBack } from "../../support/reversals.ts";

freshDatabase();

const vin = "WBAD25UT0J3095119";
const owner = "M00010009";

beforeEach(async () => {
  await bringRoll(aRoll({ vin }, {}), { options: { asOf: "2026-01-01" } });
});

const bring = (...rows: OrderFileRow[]) => bringOrders(anExport(...rows));
const pointsOf = async (number: string) => (await allPoints())[number];

async function statementOf(number: string) {
  const { accountId } = await db().member.findUniqueOrThrow({ where: { number } });
  return loadStatement(db(), Number(accountId));
}

test("a corrected order is judged again, and the statement shows both", async () => {
  const answer = await bring({ paid: 1000 }, { number: "RO1", paid: 1500, remark: "更正" });
  expect(answer).toMatchObject({
    counts: { outcomes: { new: 1, corrected: 1 }, pointsAdded: 150, pointsTakenBack: 0 },
  });
  expect(await pointsOf(owner)).toEqual({ available: 150, pending: 0, status: 150 });
  const statement = await statementOf(owner);
  expect(statement.map(({ kind, points }) => [kind, points])).toEqual([
    ["earn", 150],
    ["reverse", -100],
    ["earn", 100],
  ]);
  expect(statement[0]?.meta).toEqual({
    for: "service",
    kind: "maintenance",
    orderId: expect.any(Number),
    orderNumber: "RO1",
    store: "湖畔一店",
    car: "沪A10000",
    settledOn: "2026-03-02",
    paidMinor: 150_000,
    currency: "CNY",
    base: 150,
    tier: "silver",
    multiplier: 1,
    programme: "home",
    programmePercent: 0,
    ruleVersion: 1,
  });
  expect(statement[1]?.meta).toMatchObject({ for: "correction", reason: "order-corrected" });
  await expectSoundBooks();
});

test("order, correction and cancellation in one chunk, in three files, or back to front end the same", async () => {
  const rows: OrderFileRow[] = [
    { number: "RO1" },
    { number: "RO1", paid: 1500, remark: "更正" },
    { number: "RO1", paid: -1500, remark: "红冲 RO1" },
  ];
  await bring(...rows);
  expect(await pointsOf(owner)).toEqual({ available: 0, pending: 0, status: 0 });
  for (const row of [...rows].reverse()) await bring({ ...row, number: "RO2" });
  expect(await pointsOf(owner)).toEqual({ available: 0, pending: 0, status: 0 });
  const orders = await db().serviceOrder.findMany({ orderBy: { orderNumber: "asc" } });
  expect(orders.map(({ state, awardTxnId }) => [state, awardTxnId])).toEqual([
    ["reversed", null],
    ["reversed", null],
  ]);
  // What was paid is that of the correction, whichever came first.
  expect(orders.map(({ paidMinor }) => paidMinor)).toEqual([150_000, 150_000]);
  expect(await db().serviceOrderVersion.count()).toBe(6);
  await expectSoundBooks();
});

test("points paid on account wait until a corrected row says that the owner has paid", async () => {
  await bring({ payment: "挂账" });
  expect(await pointsOf(owner)).toEqual({ available: 0, pending: 100, status: 100 });
  await bring({ remark: "更正", payment: "现金" });
  expect(await pointsOf(owner)).toEqual({ available: 100, pending: 0, status: 100 });
  await expectSoundBooks();
});

test("points that were spent before an order was cancelled are owed, and said so", async () => {
  await bring({});
  const { accountId } = await db().member.findUniqueOrThrow({ where: { number: owner } });
  await spendPoints(db(), {
    scope: "test",
    key: "gift",
    accountId: Number(accountId),
    points: 80,
    meta: { for: "gift", redemptionId: 1, giftId: 1, title: "Mug" },
  });
  await bring({ paid: -1000, remark: "红冲" });
  expect(await loadBalance(db(), Number(accountId))).toMatchObject({ available: 0, debt: 80 });
  await bring({ number: "RO9", paid: 1000 });
  expect(await loadBalance(db(), Number(accountId))).toMatchObject({ available: 20, debt: 0 });
  await expectSoundBooks();
});

test("points on account count from when the account is settled, and their owner hears of it", async () => {
  const order = { number: "RO1", on: "2024-09-02" };
  const usable = async (now: string) => (await allPoints(new Date(now)))[owner]?.available;
  const invoiced = new Date("2024-09-03T04:00:00Z");
  await bringOrders(anExport({ ...order, payment: "挂账" }), {
    bookAt: invoiced,
    options: { letters: false },
  });
  expect(await pointsOf(owner)).toMatchObject({ available: 0, pending: 100 });

  const settled = await bring({ ...order, payment: "微信", remark: "更正" });
  expect(settled).toMatchObject({ counts: { pointsAdded: 0, pointsTakenBack: 0 } });
  expect(await pointsOf(owner)).toMatchObject({ available: 100, pending: 0 });
  const { importId } = settled;
  expect(await db().importRow.findFirst({ where: { importId } })).toMatchObject({
    detail: { member: owner, freed: 100 },
  });
  expect(await db().mail.findMany()).toMatchObject([
    { template: "points-digest", props: { points: 100, pending: 0, available: 100 } },
  ]);

  // Another correction keeps the day; the points lapse at the end of November two years on.
  await bring({ ...order, paid: 1200, remark: "更正" });
  expect(await usable("2028-11-30T15:59:59Z")).toBe(120);
  expect(await usable("2028-11-30T16:00:00Z")).toBe(0);
  await expectSoundBooks();
});

test("an order on account keeps the day it is of when it is settled before that", async () => {
  await bring({ on: "2026-11-21 23:00", payment: "挂账" });
  await bring({ on: "2026-11-21 23:00", remark: "更正" });
  expect(await pointsOf(owner)).toMatchObject({ available: 0 });
  expect((await allPoints(new Date("2026-11-21T15:00:00Z")))[owner]).toMatchObject({
    available: 100,
  });
});

test("an older content sent again changes nothing, and the report says so", async () => {
  await bring({ paid: 1000 });
  await bring({ paid: 1500 });
  const { importId } = await bring({ paid: 1000 });
  expect(await pointsOf(owner)).toMatchObject({ available: 150 });
  expect(await db().importRow.findFirst({ where: { importId } })).toMatchObject({
    outcome: "unchanged",
    detail: { member: owner, notes: ["seen-before"] },
  });
  const repeated = await bring({ paid: 1500 });
  const [row] = await db().importRow.findMany({ where: { importId: repeated.importId } });
  expect(row?.detail).toEqual({ member: owner });
});

test("a car is known by its VIN, else by its plate; a doubtful VIN is flagged and not kept", async () => {
  const wrong = "1HGCM82633A004353";
  const uncheckable = "WBAD25UT0J3095118";
  const answer = await bring(
    { number: "RO1", vin, plate: "" },
    { number: "RO2", vin: vin.toLowerCase(), plate: "京Z99999" },
    { number: "RO3", vin: wrong, plate: "沪·A 10000" },
    { number: "RO4", vin: wrong, plate: "" },
    { number: "RO5", vin: "JTH9MGK89H7063607", plate: "沪A10000" },
    { number: "RO6", vin: uncheckable, plate: "" },
  );
  expect(answer).toMatchObject({ counts: { outcomes: { new: 5, rejected: 1 } } });
  const orders = await db().serviceOrder.findMany({ orderBy: { orderNumber: "asc" } });
  expect(orders.map((order) => [order.memberId !== null, order.vin, order.vinDoubtful])).toEqual([
    [true, vin, false],
    [true, vin, false],
    [true, null, true],
    // The plate is the owner's, but the VIN says that it is another car.
    [false, "JTH9MGK89H7063607", false],
    [false, uncheckable, true],
  ]);
});

test("a European VIN is a car's that has it, whatever the plate; otherwise the plate says whose it is", async () => {
  const european = "WVWZZZ1JZ3W386752";
  const misread = "WVWZZZ1JZ3W386725";
  await bringRoll(
    aRoll({ number: "M00020008", email: "vw@marque.test", vin: european, plate: "" }),
  );
  await bring(
    { number: "RO1", vin: european, plate: "京Z99999" },
    { number: "RO2", vin: european, plate: "" },
    { number: "RO3", vin: misread, plate: "沪A10000" },
    { number: "RO4", vin: misread, plate: "京Z99998" },
  );
  const [orders, members] = await Promise.all([
    db().serviceOrder.findMany({ orderBy: { orderNumber: "asc" } }),
    db().member.findMany(),
  ]);
  const numberOf = (id: number | null) => members.find((each) => each.id === id)?.number ?? null;
  expect(orders.map(({ memberId }) => numberOf(memberId))).toEqual([
    "M00020008",
    "M00020008",
    owner,
    null,
  ]);
  // The same file again says nothing new.
  expect(await bring({ number: "RO1", vin: european, plate: "京Z99999" })).toMatchObject({
    counts: { outcomes: { unchanged: 1 } },
  });
});

test("an order of a car that nobody holds is kept, without points and with its odometer", async () => {
  await bring({ plate: "京Z99999", km: "12345 km" });
  expect(await db().serviceOrder.findFirst()).toMatchObject({
    memberId: null,
    carId: null,
    awardTxnId: null,
    odometerKm: 12_345,
    plate: "京Z99999",
  });
});

test("an order settled before its owner joined is no order of a member", async () => {
  await bring({ on: "2024-01-09" }, { number: "RO2", on: "2024-01-10" });
  const orders = await db().serviceOrder.findMany({ orderBy: { orderNumber: "asc" } });
  expect(orders.map(({ memberId }) => memberId === null)).toEqual([true, false]);
});

test("an order earns at the tier held when it was settled, to the day", async () => {
  await bringRoll(
    aRoll({
      number: "M00010025",
      email: "gold@marque.test",
      plate: "沪A20000",
      tier: "gold",
      since: "2026-02-01",
      until: "2026-02-28",
    }),
  );
  await bring(
    { number: "RO1", plate: "沪A20000", on: "2026-01-31 23:59:59" },
    { number: "RO2", plate: "沪A20000", on: "2026-02-01" },
    // Sixty days of grace follow the last day of gold: through 29 April.
    { number: "RO3", plate: "沪A20000", on: "2026-04-29 23:59:59" },
    { number: "RO4", plate: "沪A20000", on: "2026-04-30" },
  );
  expect((await statementOf("M00010025")).map(({ points }) => points)).toEqual([
    100, 200, 200, 100,
  ]);
});

test("a statement reads like a calendar, however the file is sorted", async () => {
  await bring(
    { number: "RO1", on: "2026-05-02" },
    { number: "RO2", on: "2026-03-02" },
    { number: "RO3", on: "2026-04-02" },
  );
  expect(
    (await statementOf(owner)).map(({ valueAt }) => valueAt.toISOString().slice(0, 7)),
  ).toEqual(["2026-05", "2026-04", "2026-03"]);
});

test("members whom an import brought points get one letter each, the others none", async () => {
  await bring({ number: "RO1" }, { number: "RO2" }, { number: "RO3", payment: "挂账" });
  const letters = await db().mail.findMany();
  expect(letters).toHaveLength(1);
  expect(letters[0]).toMatchObject({
    recipient: "owner0@marque.test",
    template: "points-digest",
    props: { count: 3, points: 300, pending: 100, available: 200 },
  });
  await bring({ number: "RO1" }, { number: "RO2", paid: -1000, remark: "红冲" });
  expect(await db().mail.count()).toBe(1);
  await bringOrders(anExport({ number: "RO4" }), { options: { letters: false } });
  expect(await db().mail.count()).toBe(1);
});

test("one order, spelt as a spreadsheet spells numbers, earns once", async () => {
  await bring({ number: "000777" });
  for (const number of ["777", "777.0", "７７７", " 7 77", "\uFEFF777", '="000777"']) {
    expect(await bring({ number })).toMatchObject({
      counts: { outcomes: { new: 0, unchanged: 1 }, pointsAdded: 0 },
    });
  }
  await bring({ number: "ro–１a" }, { number: "RO-1A" });
  expect(await db().serviceOrder.count()).toBe(2);
  expect(await pointsOf(owner)).toMatchObject({ available: 200 });
});

test("orders whose numbers have lost their digits are refused by name, not merged", async () => {
  const { importId } = await bring({ number: "2.02601E+11" }, { number: "2.02601E+11", paid: 500 });
  const rows = await db().importRow.findMany({ where: { importId } });
  expect(rows.map(({ outcome, reason }) => [outcome, reason])).toEqual([
    ["rejected", "order_number_lost_digits"],
    ["rejected", "order_number_lost_digits"],
  ]);
  expect(await pointsOf(owner)).toMatchObject({ available: 0 });
});

describe("a partial refund", () => {
  const titles = async () =>
    (await statementOf(owner)).map(({ kind, points, meta }) => [
      kind,
      points,
      "reason" in meta ? meta.reason : null,
    ]);

  test("takes the points of its part, and the order lives on", async () => {
    await bring({ number: "RO1" });
    const answer = await bring({ number: "RO1", paid: -100 });
    expect(answer).toMatchObject({ counts: { outcomes: { corrected: 1, reversed: 0 } } });
    expect(await pointsOf(owner)).toEqual({ available: 90, pending: 0, status: 90 });
    expect(await titles()).toEqual([
      ["earn", 90, null],
      ["reverse", -100, "order-refunded"],
      ["earn", 100, null],
    ]);
    expect((await statementOf(owner))[0]?.meta).toMatchObject({
      paidMinor: 90_000,
      refundedMinor: 10_000,
    });
    expect(await db().serviceOrder.findFirst()).toMatchObject({
      state: "settled",
      paidMinor: 100_000,
      refundedMinor: 10_000,
    });
    await expectSoundBooks();
  });

  test("again changes nothing; other parts go on to the whole", async () => {
    await bring({ number: "RO1" }, { number: "RO1", paid: -100 });
    const again = await bring(
      { number: "RO1", paid: -100 },
      { number: "RO1", paid: -100, remark: "红冲" },
    );
    expect(again).toMatchObject({ counts: { outcomes: { unchanged: 2 }, pointsTakenBack: 0 } });
    await bring({ number: "RO1", paid: -250, on: "2026-03-20" });
    expect(await pointsOf(owner)).toMatchObject({ available: 65 });
    expect(await bring({ number: "RO1", paid: -650 })).toMatchObject({
      counts: { outcomes: { reversed: 1 } },
    });
    expect(await pointsOf(owner)).toMatchObject({ available: 0, status: 0 });
    expect(await db().serviceOrder.findFirst()).toMatchObject({ state: "reversed" });
    await expectSoundBooks();
  });

  test("of more than the whole leaves nothing, never less, and says so", async () => {
    await bring({ number: "RO1" });
    const { importId } = await bring({ number: "RO1", paid: -1200 });
    expect(await pointsOf(owner)).toMatchObject({ available: 0, status: 0 });
    expect(await db().importRow.findFirst({ where: { importId } })).toMatchObject({
      outcome: "reversed",
      detail: { notes: ["refund-too-large"] },
    });
  });

  test("stays taken off when the order is corrected, and comes off an order that comes after it", async () => {
    await bring({ number: "RO1" }, { number: "RO1", paid: -100 });
    await bring({ number: "RO1", paid: 1500, remark: "更正" });
    expect(await pointsOf(owner)).toMatchObject({ available: 140 });
    await bring({ number: "RO2", paid: -100 });
    await bring({ number: "RO2" });
    expect(await pointsOf(owner)).toMatchObject({ available: 230 });
    await expectSoundBooks();
  });

  test("of points that were spent makes a debt of its part alone", async () => {
    await bring({});
    const { accountId } = await db().member.findUniqueOrThrow({ where: { number: owner } });
    await spendPoints(db(), {
      scope: "test",
      key: "gift",
      accountId: Number(accountId),
      points: 95,
      meta: { for: "gift", redemptionId: 1, giftId: 1, title: "Mug" },
    });
    await bring({ paid: -100 });
    expect(await loadBalance(db(), Number(accountId))).toMatchObject({ available: 0, debt: 5 });
  });

  test("of an order on account waits with it, and is judged by the rest", async () => {
    await bring({ number: "RO1", payment: "挂账" }, { number: "RO1", paid: -100 });
    expect(await pointsOf(owner)).toMatchObject({ pending: 90 });
    await bring({ number: "RO1", payment: "现金", remark: "更正" });
    expect(await pointsOf(owner)).toMatchObject({ available: 90, pending: 0 });
  });

  test("leaves an order with the car of its European VIN, whatever plate stood beside it", async () => {
    const european = "WVWZZZ1JZ3W386752";
    await bringRoll(
      aRoll(
        { number: "M00010025", email: "vw@marque.test", vin: european, plate: "沪A20000" },
        { number: "M00010033", email: "plate@marque.test", plate: "沪A30000" },
      ),
    );
    const order = { number: "RO1", vin: european, plate: "沪A30000" };
    await bring(order);
    await bring({ ...order, paid: -100 });
    expect(await pointsOf("M00010025")).toMatchObject({ available: 90 });
    expect(await pointsOf("M00010033")).toMatchObject({ available: 0 });
  });

  test("is taken back with its import", async () => {
    await bring({});
    const { importId } = await bring({ paid: -100 });
    await takeBack(importId);
    expect(await pointsOf(owner)).toMatchObject({ available: 100 });
    expect(await db().serviceOrder.findFirst()).toMatchObject({ refundedMinor: 0 });
    await expectSoundBooks();
  });
});

test("an order whose cashier rounded down earns by what was paid, and its cancellation takes all of that", async () => {
  await bring(
    { number: "RO1", invoiced: 300.45, paid: 300 },
    { number: "RO2", invoiced: 1288.5, paid: 1280 },
  );
  expect(await pointsOf(owner)).toMatchObject({ available: 158 });
  await bring({ number: "RO1", invoiced: -300.45, paid: -300, remark: "红冲" });
  expect(await pointsOf(owner)).toMatchObject({ available: 128 });
  expect(await bring({ number: "RO3", invoiced: 310.5, paid: 300 })).toMatchObject({
    counts: { reasons: { amount_mismatch: 1 } },
  });
});
