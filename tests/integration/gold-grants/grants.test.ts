import { beforeEach, describe, expect, test } from "vitest";
import { type Grant, grantGold } from "#app/modules/gold-grants/grant-gold.server.ts";
import { loadGoldPage } from "#app/modules/gold-grants/load-gold-page.server.ts";
import { withdrawGrant } from "#app/modules/gold-grants/withdraw-grant.server.ts";
import { loadTierStatuses } from "#app/modules/standing/load-tier-statuses.server.ts";
import { addDays, addMonths, clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import {
  allPoints,
  anExport,
  aRoll,
  bringOrders,
  bringRoll,
  expectSoundBooks,
} from "../../support/imports.ts";
import { aPerson } from "../../support/people.ts";

freshDatabase();

const number = "M00010009";
const today = clubTime("Asia/Shanghai").dayOf(new Date());
let admin: number;

beforeEach(async () => {
  admin = (await aPerson({ name: "顾明", roles: ["admin"] })).id;
  await bringRoll(aRoll({ number }), { bookAt: new Date() });
});

const order = (name: string, daysAgo: number, paid: number) => ({
  number: name,
  on: addDays(today, -daysAgo),
  paid,
});
const bring = (...rows: ReturnType<typeof order>[]) =>
  bringOrders(anExport(...rows), { bookAt: new Date() });
const grant = (wanted: Partial<Grant> = {}) =>
  grantGold({
    number,
    from: today,
    through: addMonths(today, 3),
    reason: "For the new workshop's opening",
    by: admin,
    address: "10.0.0.1",
    ...wanted,
  });
const points = async () => (await allPoints(new Date()))[number]?.available;
const theGrant = () => db().tierPeriod.findFirstOrThrow({ where: { cause: "granted" } });
const withdraw = (periodId: number) =>
  withdrawGrant({ number, periodId, reason: "A mistake", by: admin, address: "10.0.0.1" });

async function standing() {
  const member = await db().member.findUniqueOrThrow({ where: { number } });
  return (await loadTierStatuses(db(), [member.id])).get(member.id)?.standing;
}

describe("a grant", () => {
  test("makes gold at once, through its day, and is written down and told", async () => {
    expect(await grant()).toEqual({ ok: true, rejudged: { orders: 0, points: 0 } });
    expect(await standing()).toMatchObject({
      tier: "gold",
      source: "grant",
      goldThrough: addMonths(today, 3),
    });
    expect(await db().mail.count({ where: { template: "tier-changed" } })).toBe(1);
    const line = await db().auditEntry.findFirstOrThrow({ where: { action: "gold.granted" } });
    expect(line).toMatchObject({ personId: admin, subject: `member:${number}` });
  });

  test("is never for oneself", async () => {
    const own = await db().member.findUniqueOrThrow({ where: { number } });
    expect(await grant({ by: own.personId })).toEqual({ ok: false, refusal: "own-account" });
    expect(await standing()).toMatchObject({ tier: "silver" });
  });

  test("that begins earlier has the orders since then judged again", async () => {
    await bring(order("RO1", 20, 1000), order("RO2", 5, 500));
    expect(await points()).toBe(150);
    expect(await grant({ from: addDays(today, -10) })).toEqual({
      ok: true,
      rejudged: { orders: 1, points: 50 },
    });
    expect(await points()).toBe(200);
    await expectSoundBooks();
  });

  test("sent twice, also at once, is one grant", async () => {
    await Promise.all([grant(), grant()]);
    await grant();
    expect(await db().tierPeriod.count({ where: { cause: "granted" } })).toBe(1);
  });

  test("by two admins at once for different days stands twice, and the longer is told", async () => {
    await Promise.all([
      grant({ through: addMonths(today, 6) }),
      grant({ through: addMonths(today, 1) }),
    ]);
    expect(await standing()).toMatchObject({ goldThrough: addMonths(today, 6) });
  });

  test.each([
    ["that ends today", { through: today }, "grant-end-not-future"],
    ["without an end in sight", { through: "9999-12-31" }, "grant-too-long"],
    ["to nobody", { number: "M99999999" }, "no-such-member"],
  ])("%s is refused", async (_case, wanted, refusal) => {
    expect(await grant(wanted)).toEqual({ ok: false, refusal });
  });

  test("to a closed account is refused", async () => {
    const { personId } = await db().member.findUniqueOrThrow({ where: { number } });
    await db().person.update({ where: { id: personId }, data: { closedAt: new Date() } });
    expect(await grant()).toEqual({ ok: false, refusal: "account-closed" });
  });
});

describe("a grant beside gold by points", () => {
  test("takes nothing of it, whichever came first, and its end neither", async () => {
    await bring(order("RO1", 20, 21_000));
    const earned = await standing();
    expect(earned).toMatchObject({ tier: "gold", source: "points" });
    await grant({ through: addDays(today, 1) });
    expect(await standing()).toEqual(earned);
    await withdraw((await theGrant()).id);
    expect(await standing()).toEqual(earned);
  });

  test("while it lasts, gold is earned that lasts longer", async () => {
    await grant({ from: addDays(today, -30), through: addDays(today, 1) });
    await bring(order("RO1", 20, 21_000));
    expect(await standing()).toMatchObject({ tier: "gold", source: "points" });
    expect(await points()).toBe(4200);
  });
});

describe("a grant taken back", () => {
  test("ends now; what was earned by it stays", async () => {
    await bring(order("RO1", 5, 1000));
    await grant({ from: addDays(today, -10) });
    expect(await points()).toBe(200);
    expect(await withdraw((await theGrant()).id)).toMatchObject({ ok: true });
    expect(await standing()).toEqual({ tier: "silver" });
    expect(await points()).toBe(200);
    const page = await loadGoldPage(db(), number);
    expect(page?.spans[0]).toMatchObject({
      cause: "granted",
      grantedBy: "顾明",
      withdrawnBy: "顾明",
      withdrawnReason: "A mistake",
      withdrawable: false,
    });
    await expectSoundBooks();
  });

  test("by two admins at once is taken back once", async () => {
    await grant();
    const { id } = await theGrant();
    const answers = await Promise.all([withdraw(id), withdraw(id)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, refusal: "grant-over" });
  });

  test("is a grant: gold by points is not taken back by hand, nor another member's", async () => {
    await bring(order("RO1", 20, 21_000));
    const earned = await db().tierPeriod.findFirstOrThrow({ where: { cause: "status_points" } });
    expect(await withdraw(earned.id)).toEqual({ ok: false, refusal: "no-such-grant" });
  });
});
