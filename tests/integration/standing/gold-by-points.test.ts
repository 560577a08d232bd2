import { beforeEach, expect, test } from "vitest";
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

freshDatabase();

const owner = "M00010009";
beforeEach(async () => {
  await bringRoll(aRoll({}));
});

/** 2,100 status points by June, and an order in July: the last at gold, the one that reached it not. */
const year: OrderFileRow[] = [
  { number: "RO1", on: "2026-02-02", paid: 7000 },
  { number: "RO2", on: "2026-04-02", paid: 7000 },
  { number: "RO3", on: "2026-06-02 10:00", paid: 7000 },
  { number: "RO4", on: "2026-07-02", paid: 1000 },
];
const sum = 700 + 700 + 700 + 200;

const bring = (rows: OrderFileRow[]) => bringOrders(anExport(...rows));
const points = async () => (await allPoints())[owner];
const golds = () =>
  db().tierPeriod.findMany({ where: { tier: "gold" }, select: { cause: true, endsAt: true } });

test.each([
  ["in one file", [year]],
  ["in one file, back to front", [[...year].reverse()]],
  ["in four files", year.map((row) => [row])],
  ["in four files, back to front", [...year].reverse().map((row) => [row])],
])("orders that reach gold come to the same %s", async (_case, files) => {
  for (const file of files) await bring(file);
  expect(await points()).toEqual({ available: sum, pending: 0, status: 2200 });
  expect(await golds()).toEqual([
    { cause: "status_points", endsAt: new Date("2027-06-30T16:00:00Z") },
  ]);
  await expectSoundBooks();
});

test("cancelling the order that reached gold takes gold back, and what later orders earned by it", async () => {
  await bring(year);
  await bring([{ number: "RO3", on: "2026-06-02 10:00", paid: -7000, remark: "红冲" }]);
  expect(await points()).toEqual({ available: 700 + 700 + 100, pending: 0, status: 1500 });
  expect(await golds()).toEqual([]);
  const [row] = await db().importRow.findMany({ where: { outcome: "reversed" } });
  expect(row?.detail).toMatchObject({ moves: [[owner, -800]] });
  await expectSoundBooks();
});

test("an order that a file only repeats is judged again when the same file brings gold", async () => {
  const later = { number: "ROB", on: "2026-07-02", paid: 1000 };
  await bring([later]);
  await bring([{ number: "ROA", on: "2026-06-02", paid: 21_000 }, later]);
  expect(await points()).toEqual({ available: 2100 + 200, pending: 0, status: 2200 });
  await expectSoundBooks();
});

test("gold from the roll that orders renewed holds for an order that could not reach gold itself", async () => {
  await bringRoll(
    aRoll({
      number: "M00010017",
      plate: "沪B20000",
      email: "gold@marque.test",
      phone: "13900000000",
      tier: "gold",
      until: "2026-12-31",
    }),
  );
  const order = (row: OrderFileRow) => anExport({ plate: "沪B20000", ...row });
  await bringOrders(order({ number: "RO1", on: "2026-01-10", paid: 21_000 }));
  const later = new Date("2027-05-11T04:00:00Z");
  await bringOrders(order({ number: "RO2", on: "2027-05-10", paid: 1000 }), { bookAt: later });
  expect((await allPoints(later)).M00010017).toMatchObject({ available: 4200 + 200 });
  expect(await golds()).toContainEqual({
    cause: "renewed",
    endsAt: new Date("2027-12-31T16:00:00Z"),
  });
  await expectSoundBooks();
});

test("a trial run knows of the gold that its own rows bring", async () => {
  const trial = await bringOrders(anExport(...year), { dryRun: true });
  expect(trial).toMatchObject({ counts: { pointsAdded: sum } });
  expect(await golds()).toEqual([]);
});
