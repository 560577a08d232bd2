import { beforeAll, expect, test } from "vitest";
import { erasures, exportTables } from "#app/features.server.ts";
import { closeAccounts } from "#app/modules/account/close-accounts.server.ts";
import { requestClosing } from "#app/modules/account/request-closing.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { db } from "#app/platform/db.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aStore } from "../../support/gifts.ts";
import { aMember, aPerson, type TestMember, type TestPerson } from "../../support/people.ts";
import { asked, inAYear, sell, standingOf, time } from "./dues-fixtures.ts";

testDatabase();

let clerk: TestPerson;
let store: number;
beforeAll(async () => {
  await ensureClub(db());
  store = await aStore();
  clerk = await aPerson({ roles: ["desk"] });
});

async function leaves(member: TestMember): Promise<void> {
  await requestClosing(member.id, new Date(Date.now() - 16 * 86_400_000));
  await closeAccounts(erasures);
}

test("somebody who leaves owes no year any more", async () => {
  const member = await aMember();
  const paymentId = await asked(member);
  await leaves(member);
  expect(await db().goldYear.findUnique({ where: { paymentId } })).toMatchObject({
    state: "cancelled",
  });
  expect(await db().payment.findUnique({ where: { id: paymentId } })).toMatchObject({
    state: "cancelled",
  });
});

test("a year left behind ends, stays in the books, and its money waits for finance", async () => {
  const member = await aMember();
  const sold = await sell(member, clerk, store);
  const paymentId = sold.ok ? sold.paymentId : 0;
  await leaves(member);
  const year = await db().goldYear.findUniqueOrThrow({ where: { paymentId } });
  expect(year).toMatchObject({ state: "ended", endsAt: time.endOfDay(inAYear) });
  expect(await standingOf(member)).not.toMatchObject({ phase: "gold" });
  expect(await db().paymentGivenUp.count({ where: { paymentId } })).toBe(1);
});

test("a year paid for in advance is left behind as well", async () => {
  const member = await aMember();
  const startsAt = new Date(Date.now() - 86_400_000);
  const endsAt = time.endOfDay(time.dayOf(new Date(Date.now() + 20 * 86_400_000)));
  await db().tierPeriod.create({
    data: { memberId: member.memberId, tier: "gold", cause: "granted", startsAt, endsAt },
  });
  await sell(member, clerk, store);
  await leaves(member);
  expect(await db().tierPeriod.count({ where: { memberId: member.memberId } })).toBe(1);
  expect(await standingOf(member)).toEqual({ tier: "silver" });
});

test("a person's copy of their data has the years that they asked for and paid", async () => {
  const member = await aMember();
  await sell(member, clerk, store);
  const table = exportTables.find(({ name }) => name === "gold-years");
  const rows = [];
  const { id: personId, memberId: id, number, accountId } = member;
  const whose = { id, number, accountId };
  for await (const page of table?.rows({
    personId,
    member: whose,
    currency: "CNY",
    timeZone: "Asia/Shanghai",
    locale: "en",
    t: translator("en"),
  }) ?? []) {
    rows.push(...page);
  }
  expect(rows).toMatchObject([{ state: { code: "paid" }, until: time.endOfDay(inAYear) }]);
});
