import { expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { allPoints, bringOrders, bringRoll, expected, fixture } from "../../support/imports.ts";

testDatabase();

test("the club's roll and its workshop's export come to the point for every member", async () => {
  const roll = await bringRoll(fixture("members.csv"));
  expect(roll).toMatchObject({ ok: true, counts: { outcomes: { new: 400, rejected: 0 } } });
  const orders = await bringOrders(fixture("service-orders.csv"));
  expect(orders).toMatchObject({
    ok: true,
    counts: {
      outcomes: expected.rows,
      reasons: expected.rejected_by_reason,
      ignored: expected.ignored_lines,
    },
  });
  expect(await allPoints()).toEqual(expected.members);
  expect(await db().serviceOrder.count()).toBe(expected.orders_held);
  expect(await db().serviceOrder.count({ where: { memberId: { not: null } } })).toBe(
    expected.orders_of_members,
  );
});
