import { beforeEach, expect, test } from "vitest";
import { explainWord } from "#app/modules/order-questions/explain-word.server.ts";
import { leavesQuestions } from "#app/modules/order-questions/leaves-questions.server.ts";
import { loadUnknownWords } from "#app/modules/order-questions/load-unknown-words.server.ts";
import type { ClubWord } from "#app/modules/rulebook/club-words.server.ts";
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
import { aPerson } from "../../support/people.ts";
import { takeBack } from "../../support/reversals.ts";

freshDatabase();

const owner = "M00010009";

beforeEach(async () => {
  await bringRoll(aRoll({}), { options: { asOf: "2026-01-01" } });
});

const bring = (...rows: OrderFileRow[]) => bringOrders(anExport(...rows));
const points = async () => (await allPoints())[owner];
const asked = () => loadUnknownWords(db());

async function say(kind: ClubWord["kind"], word: string, meaning: ClubWord["meaning"]) {
  const { id } = await aPerson({ roles: ["admin"] });
  return explainWord({ kind, word, meaning, bookAt: importDay, by: id, address: "::1" });
}

test("the words that every workshop writes earn without a question", async () => {
  const payments = ["微信支付", "信用卡", "银行卡", "现金+微信"];
  const kinds = ["小保养", "大保养"];
  await bring(
    ...payments.map((payment, n) => ({ number: `P${n}`, payment })),
    ...kinds.map((kind, n) => ({ number: `K${n}`, kind })),
    { number: "A1", payment: "挂帐" },
  );
  expect(await points()).toEqual({ available: 600, pending: 100, status: 700 });
  expect(await asked()).toEqual([]);
});

test("a way of payment is explained once, and its orders are judged again", async () => {
  const rows = [
    { number: "RO1", payment: "会员储值" },
    { number: "RO2", payment: "现金+会员 储值" },
    { number: "RO3", payment: "赠券" },
  ];
  const { importId } = await bring(...rows);
  expect(await points()).toMatchObject({ available: 0 });
  expect(await asked()).toEqual([
    { kind: "payment", word: "会员储值", count: 2 },
    { kind: "payment", word: "赠券", count: 1 },
  ]);
  expect(await leavesQuestions(db(), importId)).toBe(true);
  expect(await say("payment", "会员储值", "owner")).toEqual({ ok: true, points: 200 });
  expect(await points()).toEqual({ available: 200, pending: 0, status: 200 });
  expect(await asked()).toEqual([{ kind: "payment", word: "赠券", count: 1 }]);
  // The file again finds them as they are, and the next one is read by it.
  expect(await bring(...rows)).toMatchObject({
    counts: { outcomes: { unchanged: 3, corrected: 0 }, pointsAdded: 0 },
  });
  await bring({ number: "RO4", payment: "会员储值" });
  expect(await points()).toMatchObject({ available: 300 });
  expect(await say("payment", "会员储值", "someone-else")).toEqual({
    ok: false,
    refusal: "answered",
  });
  await expectSoundBooks();
});

test("on account waits, and somebody else's payment earns nothing and asks nothing", async () => {
  await bring({ number: "RO1", payment: "车队" }, { number: "RO2", payment: "车队二" });
  await say("payment", "车队", "on-account");
  await say("payment", "车队二", "someone-else");
  expect(await points()).toEqual({ available: 0, pending: 100, status: 100 });
  expect(await asked()).toEqual([]);
});

test("what has been corrected meanwhile stays corrected, and a cancelled order stays cancelled", async () => {
  await bring({ number: "RO1", payment: "赠券" }, { number: "RO2", payment: "赠券" });
  await bring({ number: "RO1", payment: "现金", paid: 500, remark: "更正" });
  await bring({ number: "RO2", payment: "赠券", paid: -1000, remark: "红冲" });
  expect(await points()).toMatchObject({ available: 50 });
  expect(await say("payment", "赠券", "owner")).toEqual({ ok: true, points: 0 });
  expect(await points()).toMatchObject({ available: 50 });
  await expectSoundBooks();
});

test("a partial refund of an order whose payment is explained is taken off", async () => {
  await bring({ number: "RO1", payment: "赠券" }, { number: "RO1", payment: "赠券", paid: -100 });
  expect(await say("payment", "赠券", "owner")).toEqual({ ok: true, points: 90 });
});

test("a kind of work is explained once, and the rows that it kept out are taken in", async () => {
  const rows = [
    { number: "RO1", kind: "贴膜套餐" },
    { number: "RO2", kind: "贴膜 套餐" },
    { number: "RO3", kind: "贴膜套餐", plate: "" },
    { number: "RO4", kind: "试驾" },
  ];
  const { importId } = await bring(...rows);
  expect(await asked()).toEqual([
    { kind: "work", word: "贴膜套餐", count: 3 },
    { kind: "work", word: "试驾", count: 1 },
  ]);
  expect(await say("work", "贴膜套餐", "accessories")).toEqual({ ok: true, points: 200 });
  expect(await points()).toMatchObject({ available: 200 });
  expect(await db().importRun.findUnique({ where: { id: importId } })).toMatchObject({
    counts: {
      outcomes: { new: 2, rejected: 2 },
      reasons: { no_vehicle: 1, unknown_type: 1 },
      pointsAdded: 200,
    },
  });
  expect(
    await db().importRow.findMany({ where: { importId }, orderBy: { rowNumber: "asc" } }),
  ).toMatchObject([
    { outcome: "new", reason: null, detail: { member: owner } },
    { outcome: "new", reason: null },
    { outcome: "rejected", reason: "no_vehicle" },
    { outcome: "rejected", reason: "unknown_type" },
  ]);
  expect(await bring(...rows)).toMatchObject({
    counts: { outcomes: { unchanged: 2, rejected: 2 } },
  });
  await expectSoundBooks();
});

test("a word that means nothing is not asked about again", async () => {
  const { importId } = await bring(
    { number: "RO1", kind: "试驾" },
    { number: "RO2", payment: "现金+赠券" },
  );
  await say("work", "试驾", null);
  expect(await leavesQuestions(db(), importId)).toBe(true);
  await say("payment", "赠券", null);
  expect(await asked()).toEqual([]);
  await bring({ number: "RO3", kind: "试驾" });
  expect(await asked()).toEqual([]);
  expect(await points()).toMatchObject({ available: 0 });
});

test("taking an import back takes its questions, and what was judged again of it", async () => {
  const first = await bring({ number: "RO1", kind: "贴膜" }, { number: "RO2", payment: "赠券" });
  await takeBack(first.importId);
  expect(await asked()).toEqual([]);
  const second = await bring({ number: "RO1", kind: "贴膜" }, { number: "RO2", payment: "赠券" });
  await say("work", "贴膜", "accessories");
  await say("payment", "赠券", "owner");
  expect(await points()).toMatchObject({ available: 200 });
  await takeBack(second.importId);
  expect(await points()).toMatchObject({ available: 0, status: 0 });
  expect(await db().serviceOrder.count()).toBe(0);
  await expectSoundBooks();
});

test("a dry run asks nothing", async () => {
  await bringOrders(anExport({ kind: "贴膜" }, { number: "RO2", payment: "赠券" }), {
    dryRun: true,
  });
  expect(await asked()).toEqual([]);
});

test("rows of a car of whoever brought the file in, or explains the word, are not taken in by it", async () => {
  const { personId } = await db().member.findUniqueOrThrow({ where: { number: owner } });
  const { importId } = await bringOrders(anExport({ kind: "贴膜" }), { startedBy: personId });
  await say("work", "贴膜", "accessories");
  await bring({ number: "RO2", kind: "打蜡" });
  await explainWord({
    kind: "work",
    word: "打蜡",
    meaning: "accessories",
    bookAt: importDay,
    by: personId,
    address: "::1",
  });
  expect(await points()).toMatchObject({ available: 0 });
  expect(await db().importRow.findFirst({ where: { importId } })).toMatchObject({
    outcome: "rejected",
    reason: "own_car",
  });
});
