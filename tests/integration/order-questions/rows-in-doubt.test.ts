import { beforeEach, expect, test } from "vitest";
import { answerRow } from "#app/modules/order-questions/answer-row.server.ts";
import type { RowAnswer } from "#app/modules/order-questions/forms.ts";
import { loadOrderQuestions } from "#app/modules/order-questions/load-order-questions.server.ts";
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
const other = "M00010017";
const ofOther = { plate: "沪A10001" };

beforeEach(async () => {
  await bringRoll(aRoll({}, {}), { options: { asOf: "2025-01-01" } });
});

const bring = (...rows: OrderFileRow[]) => bringOrders(anExport(...rows));
const available = async () => {
  const points = await allPoints();
  return [points[owner]?.available, points[other]?.available];
};
const waiting = async () => (await loadOrderQuestions(db(), "Asia/Shanghai")).rows;

async function answer(answer: RowAnswer) {
  const [row] = await waiting();
  const { id } = await aPerson({ roles: ["admin"] });
  return answerRow({ rowId: row?.id ?? 0, answer, bookAt: importDay, by: id, address: "::1" });
}

test("a number that begins again in January is another order, and takes nothing from last year's owner", async () => {
  const lastYear = { number: "0001", on: "2025-01-06", paid: 1000 };
  const thisYear = { number: "0001", on: "2026-01-05", paid: 500, ...ofOther };
  await bring(lastYear);
  const { importId } = await bring(thisYear);
  expect(await available()).toEqual([100, 50]);
  expect(await db().importRow.findFirst({ where: { importId } })).toMatchObject({ outcome: "new" });
  // Both files again, in either order, change nothing.
  for (const row of [thisYear, lastYear]) {
    const again = await bring(row);
    expect(again).toMatchObject({ counts: { outcomes: { unchanged: 1 }, pointsAdded: 0 } });
  }
  // Its own correction finds it, and so does its cancellation.
  await bring({ ...thisYear, paid: 600, remark: "更正" });
  expect(await available()).toEqual([100, 60]);
  await bring({ ...lastYear, paid: -1000, remark: "红冲" });
  expect(await available()).toEqual([0, 60]);
  await expectSoundBooks();
});

test("both years in one file, in either order, come to the same", async () => {
  const rows = [
    { number: "0001", on: "2025-01-06", paid: 1000 },
    { number: "0001", on: "2026-01-05", paid: 500, ...ofOther },
  ];
  await bring(...rows);
  expect(await available()).toEqual([100, 50]);
  await bring(...rows.toReversed().map((row) => ({ ...row, number: "0002" })));
  expect(await available()).toEqual([200, 100]);
});

test("a plain row that names another car on the same day changes nothing and waits", async () => {
  await bring({ number: "RO1" });
  const { importId } = await bring({ number: "RO1", ...ofOther });
  expect(await available()).toEqual([100, 0]);
  expect(await db().importRow.findFirst({ where: { importId } })).toMatchObject({
    outcome: "rejected",
    reason: "number_of_another_car",
  });
  expect(await waiting()).toMatchObject([
    {
      number: "RO1",
      file: { importId, line: 2 },
      said: { plate: "沪A10001", day: "2026-03-02", paid: 100_000 },
      held: { plate: "沪A10000", day: "2026-03-02", paid: 100_000, member: owner },
    },
  ]);
  // The same row again asks nothing new.
  await bring({ number: "RO1", ...ofOther });
  expect(await waiting()).toHaveLength(1);
});

test("a row that waits is another order when somebody says so, and the report says it", async () => {
  const { importId } = await bring({ number: "RO1" }, { number: "RO1", ...ofOther });
  expect(await answer("another")).toEqual({ ok: true, points: 100 });
  expect(await available()).toEqual([100, 100]);
  expect(await db().importRun.findUnique({ where: { id: importId } })).toMatchObject({
    counts: { outcomes: { new: 2, rejected: 0 }, reasons: {}, pointsAdded: 200 },
  });
  expect(await db().importRow.findFirst({ where: { importId, rowNumber: 3 } })).toMatchObject({
    outcome: "new",
    reason: null,
    detail: { member: other },
  });
  expect(await waiting()).toEqual([]);
  expect(await bring({ number: "RO1", ...ofOther })).toMatchObject({
    counts: { outcomes: { unchanged: 1 } },
  });
  expect(
    await db().auditEntry.findFirst({ where: { action: "order-row.answered" } }),
  ).toMatchObject({
    detail: { answer: "another", orderNumber: "RO1" },
  });
  await expectSoundBooks();
});

test("a correction of the car takes the points along once somebody has said that it is one", async () => {
  await bring({ number: "RO1" }, { number: "RO1", ...ofOther, remark: "更正" });
  expect(await available()).toEqual([100, 0]);
  expect(await answer("correction")).toEqual({ ok: true, points: 0 });
  expect(await available()).toEqual([0, 100]);
  expect(await db().serviceOrder.count()).toBe(1);
  await expectSoundBooks();
});

test("a row that is left out stays out, and nobody is asked again", async () => {
  await bring({ number: "RO1" }, { number: "RO1", ...ofOther });
  expect(await answer("left-out")).toEqual({ ok: true, points: 0 });
  expect(await waiting()).toEqual([]);
  await bring({ number: "RO1", ...ofOther });
  expect(await waiting()).toEqual([]);
  expect(await available()).toEqual([100, 0]);
});

test("a question is answered once", async () => {
  await bring({ number: "RO1" }, { number: "RO1", ...ofOther });
  const [row] = await waiting();
  const { id } = await aPerson({ roles: ["admin"] });
  const say = () =>
    answerRow({
      rowId: row?.id ?? 0,
      answer: "another",
      bookAt: importDay,
      by: id,
      address: "::1",
    });
  const answers = await Promise.all([say(), say()]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await available()).toEqual([100, 100]);
});

test("taking an import back takes its questions, and what was answered of it", async () => {
  await bring({ number: "RO1" });
  const { importId } = await bring({ number: "RO1", ...ofOther });
  await takeBack(importId);
  expect(await waiting()).toEqual([]);
  const again = await bring({ number: "RO1", ...ofOther });
  await answer("another");
  expect(await available()).toEqual([100, 100]);
  await takeBack(again.importId);
  expect(await available()).toEqual([100, 0]);
  await expectSoundBooks();
});

test("a better spelling of the same car is a correction still", async () => {
  await bring({ number: "RO1", plate: "京Z9999O" });
  await bring({ number: "RO1", plate: "京Z99990", paid: 900 });
  expect(await db().serviceOrder.findMany()).toMatchObject([
    { plate: "京Z99990", paidMinor: 90_000 },
  ]);
});

test("nobody answers about a car of their own", async () => {
  await bring({ number: "RO1" }, { number: "RO1", ...ofOther });
  const { personId } = await db().member.findUniqueOrThrow({ where: { number: other } });
  const [row] = await waiting();
  const say = (answer: RowAnswer) =>
    answerRow({ rowId: row?.id ?? 0, answer, bookAt: importDay, by: personId, address: "::1" });
  expect(await say("another")).toEqual({ ok: false, refusal: "own-car" });
  expect(await say("correction")).toEqual({ ok: false, refusal: "own-car" });
  expect(await available()).toEqual([100, 0]);
  expect(await waiting()).toHaveLength(1);
});
