import { expect, test } from "vitest";
import { importMembers } from "#app/modules/roster/import-members.server.ts";
import { importServiceOrders } from "#app/modules/service/import-service-orders.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { allPoints, expectSoundBooks, importDay } from "../../support/imports.ts";
import { madeOrderFile } from "../../support/order-file.ts";
import { madeCars, madeRoll } from "../../support/roster-file.ts";
import { sized } from "../../support/test-size.ts";

testDatabase();

const orders = sized({ full: 20_000, quick: 5_000 });

test(`an unseen file of ${orders} orders comes to what was put into it`, async () => {
  const cars = madeCars({ cars: orders * 0.5, members: orders * 0.35, seed: 11 });
  const { source, answers } = madeOrderFile({ orders, cars, seed: 11 });
  const known = answers();
  // Nobody here reaches gold by points; gold-by-points.test.ts is about those who do.
  expect(Math.max(...[...known.members.values()].map(({ status }) => status))).toBeLessThan(2_000);

  await importMembers(() => madeRoll(cars), { fileName: "roll.csv", bookAt: importDay });
  const answer = await importServiceOrders(source, { fileName: "orders.csv", bookAt: importDay });
  expect(answer).toMatchObject({
    ok: true,
    counts: { outcomes: known.rows, reasons: known.rejectedByReason, ignored: known.ignoredLines },
  });
  expect(await db().serviceOrder.count()).toBe(known.ordersHeld);
  expect(await db().serviceOrder.count({ where: { memberId: { not: null } } })).toBe(
    known.ordersOfMembers,
  );

  const points = await allPoints();
  const wrong = cars.flatMap(({ holder }) => {
    if (!holder) return [];
    const earned = known.members.get(holder.number) ?? { available: 0, pending: 0, status: 0 };
    const should = { ...earned, available: earned.available + holder.opening };
    const is = points[holder.number];
    return JSON.stringify(is) === JSON.stringify(sorted(should)) ? [] : [{ is, should }];
  });
  expect(wrong).toEqual([]);
  await expectSoundBooks();
}, 180_000);

function sorted({
  available,
  pending,
  status,
}: {
  available: number;
  pending: number;
  status: number;
}) {
  return { available, pending, status };
}
