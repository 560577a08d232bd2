import { expect, test } from "vitest";
import { endSession } from "#app/modules/auth/end-session.server.ts";
import { openSession } from "#app/modules/auth/open-session.server.ts";
import { type Adjustment, adjustPoints } from "#app/modules/ledger/adjust-points.server.ts";
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
  type RollRow,
} from "../../support/imports.ts";
import { aBrowser, aPerson, BY_PASSWORD } from "../../support/people.ts";
import { takeBack, undoneRows } from "../../support/reversals.ts";

freshDatabase();

const first = "M00010009";
const openings = "300,2027-03-31,,";
const bring = async (...rows: RollRow[]) => {
  const answer = await bringRoll(aRoll(...rows), { options: { asOf: "2026-01-01" } });
  expect(answer.ok).toBe(true);
  return answer.importId;
};
const counts = async () => ({
  people: await db().person.count({ where: { name: { startsWith: "车主" } } }),
  members: await db().member.count(),
  cars: await db().car.count(),
  tiers: await db().tierPeriod.count(),
});

test("members whom a mistaken roll brought in are gone with cards, cars and openings, and come in again as new", async () => {
  const gold = { tier: "gold", since: "2026-01-10", until: "2026-12-31" };
  const id = await bring({ openings }, gold);
  const [brought, points] = [await counts(), await allPoints()];
  expect(brought).toEqual({ people: 2, members: 2, cars: 2, tiers: 1 });
  expect(await takeBack(id)).toMatchObject({
    total: 2,
    outcomes: { removed: 2, kept: 0 },
    pointsTakenBack: 300,
  });
  expect(await undoneRows(id)).toEqual({
    2: { outcome: "removed", moves: [[first, -300]] },
    3: { outcome: "removed" },
  });
  expect(await counts()).toEqual({ people: 0, members: 0, cars: 0, tiers: 0 });
  await expectSoundBooks();
  await bring({ openings }, gold);
  expect(await counts()).toEqual(brought);
  expect(await allPoints()).toEqual(points);
  await expectSoundBooks();
});

test("members who have signed in, come to the workshop or been given points are left alone", async () => {
  const id = await bring({ openings }, {}, {}, {}, {});
  const members = await db().member.findMany({ orderBy: { id: "asc" }, include: { person: true } });
  const [signedIn, visited, given, signedOut] = members;
  const { token } = await openSession(db(), signedOut?.personId as number, aBrowser(), BY_PASSWORD);
  await endSession(db(), token);
  await db().person.update({
    where: { id: signedIn?.personId as number },
    data: { passwordHash: "set" },
  });
  await bringOrders(anExport({ plate: "沪A10001" }));
  const waited: Adjustment = {
    scope: "adjustment",
    key: "1",
    accountId: Number(given?.accountId),
    points: 50,
    lapsesAt: new Date("2028-02-29"),
    meta: { for: "adjustment", reason: "Waited", by: 1 },
  };
  await adjustPoints(db(), waited, importDay);
  expect(await takeBack(id)).toMatchObject({
    outcomes: { removed: 1, kept: 4 },
    reasons: { "signed-in": 2, "in-use": 2 },
  });
  expect(visited).toBeDefined();
  expect(await db().member.count()).toBe(4);
  expect((await allPoints())[first]?.available).toBe(300);
  await expectSoundBooks();
});

test("once the workshop's file is taken back, so can the roll be", async () => {
  const roll = await bring({ openings });
  const orders = await bringOrders(anExport({}));
  await takeBack(orders.importId);
  expect(await takeBack(roll)).toMatchObject({ outcomes: { removed: 1 } });
  expect(await db().member.count()).toBe(0);
  await expectSoundBooks();
});

test("a membership that became somebody's of the staff goes, and they stay", async () => {
  const staff = await aPerson({ email: "owner0@marque.test", roles: ["desk"] });
  const id = await bring({});
  expect(await takeBack(id)).toMatchObject({ outcomes: { removed: 1 } });
  expect(await db().person.count({ where: { id: staff.id } })).toBe(1);
  expect(await db().member.count()).toBe(0);
});

test("corrected contact data are put back, unless somebody has changed them since", async () => {
  await bring({ name: "林晚", phone: "13800000001" }, { name: "王芳" }, { name: "陈静" });
  const contacts = () =>
    db().person.findMany({
      where: { member: { isNot: null } },
      orderBy: { id: "asc" },
      select: { id: true, name: true, phone: true, email: true },
    });
  const before = await contacts();
  const id = await bring(
    { name: "林婉", phone: "13900000009", email: "new0@marque.test" },
    { name: "王方" },
    { name: "陈静" },
  );
  await db().person.update({ where: { id: before[1]?.id as number }, data: { name: "王芳芳" } });
  expect(await takeBack(id)).toMatchObject({
    outcomes: { restored: 1, kept: 1 },
    reasons: { "contact-changed": 1 },
  });
  const after = await contacts();
  expect(after[0]).toEqual(before[0]);
  expect(after[1]?.name).toBe("王芳芳");
  expect(after[2]).toEqual(before[2]);
});
