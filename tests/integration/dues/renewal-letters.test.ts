import { beforeEach, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { addGoldYear } from "#app/modules/dues/add-gold-year.server.ts";
import { owePayment } from "#app/modules/payments/owe-payment.server.ts";
import { lockOrdersOf } from "#app/modules/service/rejudge-orders.server.ts";
import { tellOfTiers } from "#app/modules/standing/tell-of-tiers.server.ts";
import { addDays } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { inTransaction } from "#app/platform/transaction.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { aMember, type TestMember } from "../../support/people.ts";
import { inAYear, PRICE, priceBecomes, time } from "./dues-fixtures.ts";

freshDatabase();

let member: TestMember;
beforeEach(async () => {
  await ensureClub(db());
  member = await aMember();
});

async function pays(reference: string): Promise<void> {
  const { memberId } = member;
  const paymentId = await owePayment(db(), {
    purpose: "dues",
    reference,
    memberId,
    title: { en: "Gold for a year", zh: "金卡年费（一年）" },
    amountMinor: PRICE,
    currency: "CNY",
    dueUntil: null,
  });
  await inTransaction(async (tx) => {
    await lockOrdersOf(tx, memberId);
    await addGoldYear(tx, { memberId, paymentId, from: new Date() });
  });
}

/** What they are told so many days before the last day of their year, or after it. */
async function toldOn(days: number) {
  const before = await db().mail.count();
  await tellOfTiers(db(), time.instantOf(addDays(inAYear, days), 9, 0, 0));
  const letters = await db().mail.findMany({ orderBy: { id: "asc" }, skip: before });
  return letters.map(({ template, props }) => {
    const { phase, cause, duesMinor } = props as Record<string, unknown>;
    return [template, phase ?? cause, duesMinor];
  });
}

test("30 and 7 days before its end, and in grace, the next year is offered, each time once", async () => {
  await pays("1");
  expect(await toldOn(-40)).toEqual([]);
  expect(await toldOn(-29)).toEqual([["tier-warning", "ending", PRICE]]);
  expect(await toldOn(-28)).toEqual([]);
  expect(await toldOn(-6)).toEqual([["tier-warning", "ending", PRICE]]);
  expect(await toldOn(1)).toEqual([["tier-warning", "grace", PRICE]]);
  expect(await toldOn(50)).toEqual([["tier-warning", "grace", PRICE]]);
  expect(await toldOn(61)).toEqual([["tier-changed", "ended", undefined]]);
});

test("who has paid the next year hears nothing of an end, and not again of its beginning", async () => {
  await pays("1");
  await pays("2");
  for (const days of [-29, -6, 1]) expect(await toldOn(days)).toEqual([]);
});

test("where there are no dues any more, what keeps gold is told as to everybody", async () => {
  await pays("1");
  await priceBecomes(0);
  expect(await toldOn(-29)).toEqual([["tier-warning", "ending", undefined]]);
});
