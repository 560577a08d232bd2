import { beforeEach, expect, test } from "vitest";
import { addStore } from "#app/modules/club/change-stores.server.ts";
import { loadStores } from "#app/modules/club/load-stores.server.ts";
import { answerStore } from "#app/modules/order-questions/answer-store.server.ts";
import { loadOrderQuestions } from "#app/modules/order-questions/load-order-questions.server.ts";
import { orderImportContext } from "#app/modules/service/import-service-orders.server.ts";
import { receiveServiceOrder } from "#app/modules/service/receive-service-order.server.ts";
import { loadVisitChoices } from "#app/modules/visits/load-visit-form.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { anApiOrder } from "../../support/api.ts";
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
import { aPerson } from "../../support/people.ts";

freshDatabase();

const owner = "M00010009";
const home = "湖畔一店";
const misspelt = "湖畔1店";

beforeEach(async () => {
  await bringRoll(aRoll({}, {}), { options: { asOf: "2025-01-01" } });
});

const bring = (...rows: OrderFileRow[]) => bringOrders(anExport(...rows));
const available = async () => (await allPoints())[owner]?.available;
const questions = () => loadOrderQuestions(db(), "Asia/Shanghai");
const storeNames = async () => (await loadStores(db())).map(({ name }) => name.zh);

async function answer(name: string, into: string | null = null) {
  const find = async (named: string) =>
    (await db().store.findFirst({ where: { name: named } }))?.id ?? 0;
  const { id } = await aPerson({ roles: ["admin"] });
  return answerStore({
    storeId: await find(name),
    into: into === null ? null : await find(into),
    bookAt: importDay,
    by: id,
    address: "::1",
  });
}

test("the first file of a club that has no store yet names its stores, on every page of it", async () => {
  await bring({ number: "RO1" }, { number: "RO2", store: "西岸店" });
  expect(await storeNames()).toEqual([home, "西岸店"]);
  expect((await questions()).asked).toEqual([]);
});

test("a store is one, in whatever Unicode form and with whatever blanks it is written", async () => {
  await bring({ number: "RO1", store: "Zürich West" });
  const again = [
    "Zu\u0308rich West",
    "ZürichWest",
    "zürich  west",
    "Ｚürich\u3000West",
    "Zürich\u200B West",
  ];
  for (const store of again) {
    expect(await bring({ number: "RO1", store })).toMatchObject({
      counts: { outcomes: { unchanged: 1 } },
    });
  }
  expect(await storeNames()).toEqual(["Zürich West"]);
  expect(await available()).toBe(100);
});

test("a store that only a file has named is offered nowhere, and its orders earn meanwhile", async () => {
  await bring({ number: "RO1" });
  await bring({ number: "RO2", store: "西岸店" });
  expect(await available()).toBe(200);
  expect(await storeNames()).toEqual([home]);
  const { id } = await aPerson({ roles: ["desk"] });
  expect((await loadVisitChoices(db(), owner, id))?.stores.map(({ name }) => name.zh)).toEqual([
    home,
  ]);
  expect((await questions()).asked).toMatchObject([
    { name: "西岸店", orders: 1, waiting: 0, file: "service-orders.csv" },
  ]);
  expect(await answer("西岸店")).toEqual({ ok: true, points: 0 });
  expect(await storeNames()).toEqual([home, "西岸店"]);
  expect(await answer("西岸店")).toEqual({ ok: false, refusal: "answered" });
});

test("the API asks about a store that it names, too", async () => {
  await bring({ number: "RO1" });
  const context = await orderImportContext(importDay);
  const sent = { ...anApiOrder({ store: "新店" }), vin: null, plate: "沪A10000" };
  await inRetriedTransaction((tx) => receiveServiceOrder(tx, sent as never, context));
  expect(await storeNames()).toEqual([home]);
  expect((await questions()).asked).toMatchObject([{ name: "新店", orders: 1, file: null }]);
});

test("an order on file under another name waits, so that nobody earns twice meanwhile", async () => {
  await bring({ number: "RO1" });
  const { importId } = await bring(
    { number: "RO1", store: misspelt },
    { number: "RO2", store: misspelt },
  );
  expect(await available()).toBe(200);
  expect(await db().importRow.findFirst({ where: { importId, rowNumber: 2 } })).toMatchObject({
    outcome: "rejected",
    reason: "order_of_another_store",
  });
  expect((await questions()).asked).toMatchObject([{ name: misspelt, orders: 1, waiting: 1 }]);
  expect((await questions()).rows).toEqual([]);
  expect(await answer(misspelt, home)).toEqual({ ok: true, points: 0 });
  expect(await available()).toBe(200);
  expect(await db().importRun.findUnique({ where: { id: importId } })).toMatchObject({
    counts: { outcomes: { new: 1, unchanged: 1, rejected: 0 } },
  });
  expect(await storeNames()).toEqual([home]);
  // Files go on writing it so, and mean the one store.
  expect(
    await bring(
      { number: "RO1", store: misspelt },
      { number: "RO2" },
      { number: "RO3", store: misspelt },
    ),
  ).toMatchObject({ counts: { outcomes: { unchanged: 2, new: 1 } } });
  expect(await db().store.count()).toBe(1);
  await expectSoundBooks();
});

test("the same in the other order, and in one file", async () => {
  await bring({ number: "RO0" });
  await bring({ number: "RO1", store: misspelt }, { number: "RO1" });
  expect(await available()).toBe(200);
  await bring({ number: "RO2", store: misspelt });
  await bring({ number: "RO2" });
  expect(await available()).toBe(300);
  await answer(misspelt, home);
  expect(await available()).toBe(300);
});

test("a new store that has an order of the same number, car, day and sum has it once it is accepted", async () => {
  await bring({ number: "RO1" });
  await bring({ number: "RO1", store: "西岸店" });
  expect(await answer("西岸店")).toEqual({ ok: true, points: 100 });
  expect(await available()).toBe(200);
});

test("two stores that are one earn once for an order that both had, whatever was received for it", async () => {
  await bring(
    { number: "RO1" },
    { number: "RO1", store: misspelt },
    { number: "RO2", store: misspelt },
  );
  expect(await available()).toBe(300);
  await bring({ number: "RO1", store: misspelt, paid: 1500, remark: "更正" });
  expect(await available()).toBe(350);
  expect(await answer(misspelt, home)).toEqual({ ok: true, points: -100 });
  // The correction of the one counts for both; nothing is left of the other.
  expect(await available()).toBe(250);
  expect(await db().serviceOrder.findMany({ orderBy: { orderNumber: "asc" } })).toMatchObject([
    { orderNumber: "RO1", paidMinor: 150_000 },
    { orderNumber: "RO2", paidMinor: 100_000 },
  ]);
  const [first] = await db().store.findMany();
  expect(await db().serviceOrder.count({ where: { storeId: first?.id } })).toBe(2);
  for (const store of [home, misspelt]) {
    expect(
      await bring({ number: "RO1", store }, { number: "RO1", store, paid: 1500, remark: "更正" }),
    ).toMatchObject({ counts: { outcomes: { unchanged: 2 }, pointsAdded: 0 } });
  }
  const corrections = await db().$queryRaw<{ reason: string }[]>`
    select distinct meta ->> 'reason' as reason from ledger.txn where meta ->> 'for' = 'correction'`;
  expect(corrections.map(({ reason }) => reason)).toContain("stores-merged");
  await expectSoundBooks();
});

test("orders of one number that are two stay two when their stores become one", async () => {
  await bring(
    { number: "0001" },
    { number: "0001", store: misspelt, plate: "沪A10001", on: "2026-05-04", paid: 500 },
  );
  await answer(misspelt, home);
  expect(await db().serviceOrder.count({ where: { orderNumber: "1" } })).toBe(2);
  expect(await available()).toBe(100);
  expect(
    await bring({ number: "0001", plate: "沪A10001", on: "2026-05-04", paid: 500 }),
  ).toMatchObject({ counts: { outcomes: { unchanged: 1 } } });
});

test("visits and claims go along with their store", async () => {
  await bring({ number: "RO1" }, { number: "RO2", store: misspelt });
  const store = await db().store.findFirstOrThrow({ where: { name: misspelt } });
  const member = await db().member.findUniqueOrThrow({ where: { number: owner } });
  const day = new Date("2026-03-02");
  await db().reception.create({
    data: {
      memberId: member.id,
      storeId: store.id,
      visitedOn: day,
      recordedBy: 1,
      requestKey: "a",
    },
  });
  await db().pointsClaim.create({
    data: {
      memberId: member.id,
      storeId: store.id,
      filedBy: 1,
      requestKey: "b",
      dueAt: day,
      orderNumber: "RO9",
    },
  });
  expect(await answer(misspelt, home)).toMatchObject({ ok: true });
  const stays = await db().store.findFirstOrThrow({ where: { name: home } });
  expect(await db().reception.findFirst()).toMatchObject({ storeId: stays.id });
  expect(await db().pointsClaim.findFirst()).toMatchObject({ storeId: stays.id });
});

test("a store becomes neither itself nor one that is asked about", async () => {
  await bring({ number: "RO1" });
  await bring({ number: "RO2", store: misspelt });
  expect(await answer(home, home)).toMatchObject({ ok: false });
  expect(await answer(home, misspelt)).toMatchObject({ ok: false });
  expect(await answer(home)).toMatchObject({ ok: false });
});

test("an admin adds no store that is there in another spelling", async () => {
  await bring({ number: "RO1" });
  const who = { by: (await aPerson()).id, address: "::1" };
  expect(await addStore(db(), { store: "湖畔 一店", storeEn: null, ...who })).toBe(false);
  expect(await addStore(db(), { store: "湖畔三店", storeEn: null, ...who })).toBe(true);
});

test("a merge waits for a file that is coming in, and the file's rows come to the store that stays", async () => {
  await bring({ number: "RO1" }, { number: "RO2", store: misspelt });
  const rows = Array.from({ length: 30 }, (_, n) => ({ number: `B${n}`, store: misspelt }));
  await Promise.all([bring(...rows), answer(misspelt, home)]);
  expect(await db().store.count()).toBe(1);
  const [store] = await db().store.findMany();
  expect(await db().serviceOrder.count({ where: { storeId: store?.id } })).toBe(32);
});

test("nobody says what a store is while a row of their own car waits for it", async () => {
  await bring({ number: "RO1" });
  await bring({ number: "RO1", store: "西岸店" });
  const { personId } = await db().member.findUniqueOrThrow({ where: { number: owner } });
  const store = await db().store.findFirstOrThrow({ where: { name: "西岸店" } });
  const say = { storeId: store.id, into: null, bookAt: importDay, by: personId, address: "::1" };
  expect(await answerStore(say)).toEqual({ ok: false, refusal: "own-car" });
  expect((await questions()).asked).toMatchObject([{ waiting: 1 }]);
});

test("a row that waits gives nothing to whoever brought it in for a car that became theirs since", async () => {
  const { id: memberId, personId } = await db().member.findUniqueOrThrow({
    where: { number: owner },
  });
  const plate = "沪A10009";
  await bring({ number: "RO1", plate });
  const row = anExport({ number: "RO1", plate, store: "西岸店" });
  const { importId } = await bringOrders(row, { startedBy: personId });
  const { id: carId } = await db().car.create({ data: { plate } });
  const startsAt = new Date("2020-01-01");
  await db().carHolding.create({ data: { carId, memberId, startsAt } });
  expect(await answer("西岸店")).toEqual({ ok: true, points: 0 });
  expect(await available()).toBe(0);
  expect(await db().importRow.findFirst({ where: { importId } })).toMatchObject({
    outcome: "rejected",
    reason: "own_car",
  });
});
