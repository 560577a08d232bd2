import { beforeEach, expect, test } from "vitest";
import { fileKinds } from "#app/features.server.ts";
import { fileKindOf } from "#app/modules/imports/file-kind.ts";
import { previewReversal } from "#app/modules/imports/preview-reversal.server.ts";
import { requestReversal } from "#app/modules/imports/request-reversal.server.ts";
import { reverseImport } from "#app/modules/imports/reverse-import.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { loadStatement } from "#app/modules/ledger/load-statement.server.ts";
import { spendPoints } from "#app/modules/ledger/spend-points.server.ts";
import { orderImportContext } from "#app/modules/service/import-service-orders.server.ts";
import { undoOrders } from "#app/modules/service/undo-orders.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
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
import { aPerson } from "../../support/people.ts";
import { allOrders, takeBack, undoneRows } from "../../support/reversals.ts";

freshDatabase();

const vin = "WBAD25UT0J3095119";
const owner = "M00010009";

beforeEach(async () => {
  await bringRoll(aRoll({ vin }, {}), { options: { asOf: "2026-01-01" } });
});

const bring = async (...rows: OrderFileRow[]) => {
  const answer = await bringOrders(anExport(...rows));
  expect(answer.ok).toBe(true);
  return answer.importId;
};
const pointsOf = async (number: string) => (await allPoints())[number];
const goldOf = async (number: string) =>
  db().tierPeriod.count({ where: { tier: "gold", member: { number } } });

test("orders that a mistaken file brought are gone with their points, and the file comes in again as new", async () => {
  const before = await allPoints();
  const id = await bring({ number: "RO1" }, { number: "RO2", on: "2026-04-02", paid: 500 });
  const brought = await allPoints();
  const orders = await allOrders();
  expect(await takeBack(id)).toMatchObject({
    total: 2,
    done: 2,
    outcomes: { removed: 2, restored: 0, unmoved: 0, kept: 0 },
    pointsTakenBack: 150,
    pointsAdded: 0,
  });
  expect(await allPoints()).toEqual(before);
  expect(await db().serviceOrder.count()).toBe(0);
  expect(await db().serviceOrderVersion.count()).toBe(0);
  expect(await undoneRows(id)).toEqual({
    2: { outcome: "removed", moves: [[owner, -100]] },
    3: { outcome: "removed", moves: [[owner, -50]] },
  });
  await bring({ number: "RO1" }, { number: "RO2", on: "2026-04-02", paid: 500 });
  expect(await allPoints()).toEqual(brought);
  expect(await allOrders()).toEqual(orders);
  await expectSoundBooks();
});

test("a correction taken back gives the order its former content and award again", async () => {
  await bring({ number: "RO1", paid: 1000, km: "12000" });
  const [orders, points] = [await allOrders(), await allPoints()];
  const id = await bring({ number: "RO1", paid: 300, km: "99000", remark: "更正" });
  expect((await pointsOf(owner))?.available).toBe(30);
  expect(await takeBack(id)).toMatchObject({ outcomes: { restored: 1 } });
  expect(await undoneRows(id)).toEqual({ 2: { outcome: "restored", moves: [[owner, 70]] } });
  expect(await allOrders()).toEqual(orders);
  expect(await allPoints()).toEqual(points);
  await bring({ number: "RO1", paid: 300, km: "99000", remark: "更正" });
  expect((await pointsOf(owner))?.available).toBe(30);
  await expectSoundBooks();
});

test("an order that a mistaken file cancelled stands again", async () => {
  await bring({ number: "RO1" });
  const orders = await allOrders();
  const id = await bring({ number: "RO1", paid: -1000, remark: "红冲 RO1" });
  expect((await pointsOf(owner))?.available).toBe(0);
  await takeBack(id);
  expect(await allOrders()).toEqual(orders);
  expect((await pointsOf(owner))?.available).toBe(100);
  await expectSoundBooks();
});

test("order, correction and cancellation of one file go together", async () => {
  const id = await bring(
    { number: "RO1" },
    { number: "RO1", paid: 1500, remark: "更正" },
    { number: "RO1", paid: -1500, remark: "红冲 RO1" },
  );
  expect(await takeBack(id)).toMatchObject({ total: 1, outcomes: { removed: 1 } });
  expect(Object.values(await undoneRows(id)).map(({ outcome }) => outcome)).toEqual([
    "removed",
    "removed",
    "removed",
  ]);
  expect(await db().serviceOrder.count()).toBe(0);
});

test("an order that another file has corrected since is left alone, and said so", async () => {
  const id = await bring({ number: "RO1" }, { number: "RO2" });
  await bring({ number: "RO1", paid: 1500, remark: "更正" });
  expect(await takeBack(id)).toMatchObject({
    outcomes: { removed: 1, kept: 1 },
    reasons: { "changed-since": 1 },
  });
  expect((await undoneRows(id))[2]).toEqual({ outcome: "kept", because: "changed-since" });
  expect((await pointsOf(owner))?.available).toBe(150);
  await expectSoundBooks();
});

test("an order that a later file names too is left alone until that one is taken back as well", async () => {
  const first = await bring({ number: "RO1" });
  const second = await bring({ number: "RO1" }, { number: "RO2" });
  expect(await takeBack(second)).toMatchObject({ total: 1, outcomes: { removed: 1 } });
  expect(await takeBack(first)).toMatchObject({ outcomes: { removed: 1 } });
  expect(await db().serviceOrder.count()).toBe(0);

  const third = await bring({ number: "RO1" });
  await bring({ number: "RO1" });
  expect(await takeBack(third)).toMatchObject({ reasons: { "named-since": 1 } });
  expect((await pointsOf(owner))?.available).toBe(100);
});

test("gold that the file brought goes with it, and other orders are judged at silver again", async () => {
  await bring({ number: "RO9", on: "2026-06-02", paid: 1000 });
  const points = await allPoints();
  const orders = await allOrders();
  const id = await bring({ number: "RO1", on: "2026-03-02", paid: 25_000 });
  expect(await goldOf(owner)).toBe(1);
  expect((await pointsOf(owner))?.available).toBe(2_500 + 200);
  await takeBack(id);
  expect(await goldOf(owner)).toBe(0);
  expect(await allPoints()).toEqual(points);
  expect(await allOrders()).toEqual(orders);
  expect((await undoneRows(id))[2]?.moves).toEqual([[owner, -2_600]]);
  await expectSoundBooks();
});

test("points that were spent meanwhile become a debt that the letter tells of", async () => {
  const id = await bring({ number: "RO1" });
  const { accountId } = await db().member.findUniqueOrThrow({ where: { number: owner } });
  await spendPoints(db(), aSpend(Number(accountId), 80), importDay);
  await takeBack(id);
  expect(await loadBalance(db(), Number(accountId), importDay)).toMatchObject({
    available: 0,
    debt: 80,
  });
  const [letter] = await db().mail.findMany({ where: { template: "points-taken-back" } });
  expect(letter?.props).toMatchObject({ points: -100, debt: 80 });
  await expectSoundBooks();
});

/** What the page says before anybody presses. */
const previewOf = (id: number) =>
  previewReversal(id, fileKindOf(fileKinds, "service-orders"), importDay);

test("what the page says beforehand is what the taking back comes to, gold, debt and letters included", async () => {
  await bring({ number: "RO9", on: "2026-06-02", paid: 1000 }, { number: "RO8", paid: 500 });
  const id = await bring(
    { number: "RO1", on: "2026-03-02", paid: 25_000 },
    { number: "RO2", on: "2026-07-02", paid: 700 },
    { number: "RO8", paid: 900, remark: "更正" },
  );
  const { accountId } = await db().member.findUniqueOrThrow({ where: { number: owner } });
  await spendPoints(db(), aSpend(Number(accountId), 2_700), importDay);
  const before = await allPoints();
  const said = await previewOf(id);
  expect(await allPoints()).toEqual(before);
  expect(await db().mail.count({ where: { template: "points-taken-back" } })).toBe(0);
  expect(await undoneRows(id)).toEqual({});

  const { outcomes, pointsTakenBack, pointsAdded } = await takeBack(id);
  expect(said).toMatchObject({
    removed: outcomes.removed,
    restored: outcomes.restored,
    kept: outcomes.kept,
    pointsTakenBack,
    pointsAdded,
    members: 1,
    letters: await db().mail.count({ where: { template: "points-taken-back" } }),
  });
  expect(said.letters).toBe(1);
  expect(said.debt).toBe((await loadBalance(db(), Number(accountId), importDay)).debt);
  expect(said.debt).toBeGreaterThan(0);
});

test("a correction that gave less has a preview, though nothing of it goes", async () => {
  await bring({ number: "RO1", paid: 1000 });
  const id = await bring({ number: "RO1", paid: 500, remark: "更正" });
  expect(await previewOf(id)).toMatchObject({
    removed: 0,
    restored: 1,
    pointsAdded: 50,
    pointsTakenBack: 0,
    letters: 0,
  });
  expect(await takeBack(id)).toMatchObject({ pointsAdded: 50, pointsTakenBack: 0 });
});

test("a member's orders of an import go together, so the statement takes each back once", async () => {
  await bring({ number: "OTHER", on: "2026-05-20", paid: 1000 });
  // Without the earlier ones gold begins later and later.
  const days = ["06-12", "06-02", "05-12", "05-02", "04-12", "04-02", "03-12", "03-02"];
  const id = await bring(
    ...days.map((day, n) => ({ number: `RO${n}`, on: `2026-${day}`, paid: 6_000 })),
  );
  const { accountId } = await db().member.findUniqueOrThrow({ where: { number: owner } });
  const lines = () => loadStatement(db(), Number(accountId), { limit: 200 });
  const before = (await lines()).length;
  const context = await orderImportContext(importDay);
  const pages: number[] = [];
  for (let after = 0; ; ) {
    const from = { after, limit: 2 };
    const page = await inRetriedTransaction((tx) => undoOrders(tx, id, from, context));
    if (!page) break;
    pages.push(page.undone.length);
    after = page.after;
  }
  // Two of the eight are a page, and the rest of the member's come along.
  expect(pages).toEqual([8]);
  // Eight taken back, and the one order that is not the import's judged again.
  expect((await lines()).length - before).toBe(8 + 2);
  expect((await pointsOf(owner))?.available).toBe(100);
  await expectSoundBooks();
});

test("whoever was not told of the points is not told that they went", async () => {
  const answer = await bringOrders(anExport({ number: "RO1" }), { options: { letters: false } });
  await takeBack(answer.importId);
  expect(await db().mail.count()).toBe(0);
});

test("only an import that is in can be taken back, and only once, also by two at once", async () => {
  const { id: by } = await aPerson({ roles: ["admin"] });
  const ask = (importId: number) => requestReversal(db(), { importId, by, reason: "Wrong file" });
  const dry = await bringOrders(anExport({ number: "RO1" }), { dryRun: true });
  expect(await ask(dry.importId)).toEqual({ ok: false, refusal: "dry-run" });
  expect(await ask(999)).toEqual({ ok: false, refusal: "not-finished" });
  const id = await bring({ number: "RO1" });
  const answers = await Promise.all([ask(id), ask(id), ask(id)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter(({ ok }) => !ok)).toEqual([
    { ok: false, refusal: "asked-already" },
    { ok: false, refusal: "asked-already" },
  ]);
  const attempt = { lastAttempt: true, signal: new AbortController().signal, bookAt: importDay };
  await Promise.all([reverseImport(id, attempt, fileKinds), reverseImport(id, attempt, fileKinds)]);
  await reverseImport(id, attempt, fileKinds);
  expect(await ask(id)).toEqual({ ok: false, refusal: "asked-already" });
  expect((await pointsOf(owner))?.available).toBe(0);
  expect(await db().auditEntry.count({ where: { action: "import.reversed" } })).toBe(1);
  await expectSoundBooks();
});

test("a visit noted at the desk stays when its order goes", async () => {
  const id = await bring({ number: "RO1" });
  const order = await db().serviceOrder.findFirstOrThrow();
  const reception = await db().reception.create({
    data: {
      memberId: order.memberId as number,
      storeId: order.storeId,
      visitedOn: new Date("2026-03-02"),
      orderId: order.id,
      recordedBy: 1,
      requestKey: "r1",
    },
  });
  await takeBack(id);
  expect((await db().reception.findUnique({ where: { id: reception.id } }))?.orderId).toBeNull();
});
