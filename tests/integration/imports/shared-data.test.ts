import { expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import {
  bringOrders,
  bringRoll,
  expected,
  expectTheExpected,
  fixture,
} from "../../support/imports.ts";

freshDatabase();

const roll = fixture("members.csv");
const orders = fixture("service-orders.csv");

/** The export in two, the second half under the header it would have had, cut before the given line. */
function halves(atLine: number): [Buffer, Buffer] {
  const lines = orders.toString("latin1").split("\r\n");
  const join = (part: string[]) => Buffer.from(`${part.join("\r\n")}\r\n`, "latin1");
  return [join(lines.slice(0, atLine)), join([lines[2] ?? "", ...lines.slice(atLine, -1)])];
}

async function entries(): Promise<number> {
  const [row] = await db().$queryRaw<[{ count: bigint }]>`select count(*) from ledger.txn`;
  return Number(row.count);
}

test("the club's roll and its workshop's export come to the point for every member", async () => {
  expect(await bringRoll(roll)).toMatchObject({
    ok: true,
    resumed: false,
    counts: { outcomes: { new: 400, rejected: 0 }, ignored: 1 },
  });
  expect(await bringOrders(orders)).toMatchObject({
    ok: true,
    resumed: false,
    counts: {
      outcomes: expected.rows,
      reasons: expected.rejected_by_reason,
      ignored: expected.ignored_lines,
      columnsNotRead: ["车主", "手机号", "服务顾问"],
    },
  });
  await expectTheExpected();
});

test("both files again change nothing, not even a line of a statement", async () => {
  await bringRoll(roll);
  await bringOrders(orders);
  const before = await entries();
  expect(await bringRoll(roll)).toMatchObject({
    counts: { outcomes: { new: 0, unchanged: 400 }, pointsAdded: 0 },
  });
  const { rejected } = expected.rows;
  expect(await bringOrders(orders)).toMatchObject({
    counts: {
      outcomes: { new: 0, corrected: 0, reversed: 0, unchanged: 3177 - (rejected ?? 0), rejected },
      pointsAdded: 0,
      pointsTakenBack: 0,
    },
  });
  expect(await entries()).toBe(before);
  await expectTheExpected();
});

test.each([
  ["the first half and then the second", [0, 1]],
  ["the second half and then the first", [1, 0]],
  ["the second half, the first, and the second again", [1, 0, 1]],
])("%s come to the same", async (_case, parts) => {
  // Cut between an order and its correction.
  const cut = halves(37);
  await bringRoll(roll);
  for (const part of parts) await bringOrders(cut[part] as Buffer);
  await expectTheExpected();
});

test("a trial run says exactly what will happen, and leaves nothing", async () => {
  const rollTrial = await bringRoll(roll, { dryRun: true });
  expect(await db().member.count()).toBe(0);
  const rollDone = await bringRoll(roll);
  expect(rollTrial).toMatchObject({ counts: countsOf(rollDone) });

  const before = await entries();
  const trial = await bringOrders(orders, { dryRun: true });
  expect(await db().serviceOrder.count()).toBe(0);
  expect(await db().store.count()).toBe(0);
  expect(await entries()).toBe(before);
  const done = await bringOrders(orders);
  expect(trial).toMatchObject({ counts: countsOf(done) });
  const [tried, real] = await Promise.all([trial, done].map(({ importId }) => rowsOf(importId)));
  expect(tried).toEqual(real);
  await expectTheExpected();
});

function countsOf(answer: Awaited<ReturnType<typeof bringRoll>>) {
  if (!answer.ok) throw new Error(answer.problem.key);
  return answer.counts;
}

function rowsOf(importId: number) {
  return db().importRow.findMany({
    where: { importId },
    orderBy: { rowNumber: "asc" },
    omit: { importId: true },
  });
}
