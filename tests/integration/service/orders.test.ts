import { beforeEach, expect, test } from "vitest";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
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
  importDay,
  type OrderFileRow,
} from "../../support/imports.ts";
import { aSpend } from "../../support/ledger-fixtures.ts";
import { bring, owner, ownersJoin, pointsOf, statementOf } from "./orders-fixtures.ts";

freshDatabase();
beforeEach(ownersJoin);

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
  await spendPoints(db(), aSpend(Number(accountId), 80), importDay);
  await bring({ paid: -1000, remark: "红冲" });
  const balance = () => loadBalance(db(), Number(accountId), importDay);
  expect(await balance()).toMatchObject({ available: 0, debt: 80 });
  await bring({ number: "RO9", paid: 1000 });
  expect(await balance()).toMatchObject({ available: 20, debt: 0 });
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
