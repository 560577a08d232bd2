import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { waitingSources } from "#app/features.server.ts";
import { may } from "#app/modules/access/permissions.ts";
import type { Role } from "#app/modules/access/roles.ts";
import { loadMemberPage } from "#app/modules/members/load-member-page.server.ts";
import { loadWaiting } from "#app/modules/today/load-waiting.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aMember, aPerson, type TestMember } from "../../support/people.ts";

testDatabase();

const DAY = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY);
let finance: TestMember;
let member: TestMember;

beforeAll(async () => {
  const desk = await aPerson({ roles: ["desk"] });
  finance = await aMember({ roles: ["finance"] });
  member = await aMember();
  const claim = { memberId: member.memberId, filedBy: member.id };
  await db().pointsClaim.create({
    data: {
      ...claim,
      orderNumber: "RO-1",
      dueAt: ago(1),
      createdAt: ago(6),
      requestKey: randomUUID(),
    },
  });
  await db().pointsClaim.create({
    data: { ...claim, dueAt: ago(-2), createdAt: ago(1), requestKey: randomUUID() },
  });
  await db().pointsClaim.create({
    data: {
      ...claim,
      dueAt: ago(9),
      createdAt: ago(12),
      state: "refused",
      decidedAt: ago(10),
      requestKey: randomUUID(),
    },
  });
  const car = await db().car.create({ data: { plate: "沪A00001" } });
  await db().carClaim.create({
    data: { memberId: member.memberId, carId: car.id, createdAt: ago(4) },
  });
  const asked = (requestedBy: number, memberId: number) =>
    db().adjustmentRequest.create({
      data: {
        memberId,
        points: 900,
        reason: "goodwill",
        state: "waiting",
        needsApproval: true,
        ruleVersion: 1,
        requestedBy,
        requestedAt: ago(2),
        requestKey: randomUUID(),
      },
    });
  await asked(desk.id, member.memberId);
  await asked(finance.id, member.memberId);
  await asked(desk.id, finance.memberId);
});

const waitingFor = (role: Role, by = finance.id) =>
  loadWaiting(db(), { by, may: (permission) => may([role], permission) }, waitingSources);

test("the desk's day: claims by age with those past their day, cars to be confirmed, no more", async () => {
  const waiting = await waitingFor("desk");
  expect(waiting.map(({ name, count, late }) => ({ name, count, late }))).toEqual([
    { name: "carClaims", count: 1, late: 1 },
    { name: "claims", count: 2, late: 1 },
  ]);
  expect(waiting[1]?.oldest?.getTime()).toBeCloseTo(ago(6).getTime(), -5);
});

test("finance's day: approvals, but none of their own asking nor on their own account", async () => {
  expect(await waitingFor("finance")).toMatchObject([
    { name: "approvals", page: "/admin/approvals", count: 1, late: 0 },
  ]);
});

test("nobody's work is shown to a role that does not do it", async () => {
  for (const role of ["events", "gifts", "sales"] as const) {
    expect(await waitingFor(role)).toEqual([]);
  }
});

test("a member's page tells the desk what that member waits for, and sales nothing of it", async () => {
  const page = await loadMemberPage(db(), member.number, ["desk"]);
  expect(page?.waiting).toMatchObject({
    claims: [
      { orderNumber: "RO-1", late: true },
      { orderNumber: null, late: false },
    ],
    carClaims: [{ plate: "沪A00001" }],
  });
  expect((await loadMemberPage(db(), member.number, ["sales"]))?.waiting).toBeNull();
  expect((await loadMemberPage(db(), member.number, ["sales"]))?.receptions).toBeNull();
});
