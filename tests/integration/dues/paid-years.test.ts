import { beforeEach, describe, expect, test } from "vitest";
import { addGoldYear } from "#app/modules/dues/add-gold-year.server.ts";
import { endGoldYear } from "#app/modules/dues/end-gold-year.server.ts";
import { owePayment } from "#app/modules/payments/owe-payment.server.ts";
import { lockOrdersOf } from "#app/modules/service/rejudge-orders.server.ts";
import { loadTierStatuses } from "#app/modules/standing/load-tier-statuses.server.ts";
import { tellOfTiers } from "#app/modules/standing/tell-of-tiers.server.ts";
import { addDays, clubTime, endOfMonthAfter } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { inTransaction } from "#app/platform/transaction.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import {
  allPoints,
  anExport,
  aRoll,
  bringOrders,
  bringRoll,
  expectSoundBooks,
} from "../../support/imports.ts";

freshDatabase();

const number = "M00010009";
const time = clubTime("Asia/Shanghai");
const now = new Date();
const today = time.dayOf(now);
const inAYear = endOfMonthAfter(today, 12);
let memberId: number;

beforeEach(async () => {
  await bringRoll(aRoll({ number }), { bookAt: now });
  memberId = (await db().member.findUniqueOrThrow({ where: { number } })).id;
});

let references = 0;
const aPayment = () =>
  owePayment(db(), {
    purpose: "dues",
    reference: `test ${++references}`,
    memberId,
    title: { en: "A year of Gold", zh: "一年金卡" },
    amountMinor: 58_800,
    currency: "CNY",
    dueUntil: null,
  });

const add = (paymentId: number, from = now) =>
  inTransaction(async (tx) => {
    await lockOrdersOf(tx, memberId);
    return addGoldYear(tx, { memberId, paymentId, from });
  });
const end = (paymentId: number) =>
  inTransaction(async (tx) => {
    await lockOrdersOf(tx, memberId);
    return endGoldYear(tx, { paymentId, by: null });
  });
const standing = async (at?: Date) =>
  (await loadTierStatuses(db(), [memberId], at)).get(memberId)?.standing;
const letters = () =>
  db().mail.findMany({ where: { template: "tier-changed" }, orderBy: { id: "asc" } });

describe("a year of gold that was paid for", () => {
  test("makes gold from when it was paid, and is told and written down once", async () => {
    const payment = await aPayment();
    const paidAt = new Date(now.getTime() - 7_200_000);
    const through = endOfMonthAfter(time.dayOf(paidAt), 12);
    const year = await add(payment, paidAt);
    expect(year).toMatchObject({ from: paidAt, until: time.endOfDay(through) });
    expect(await standing()).toMatchObject({
      tier: "gold",
      source: "dues",
      goldThrough: through,
      keptThrough: addDays(through, 60),
    });
    await tellOfTiers(db());
    expect(await letters()).toMatchObject([{ props: { cause: "dues", paymentId: payment } }]);
    expect(await db().auditEntry.count({ where: { action: "gold.paid-for" } })).toBe(1);
  });

  test("told again of its payment is one year", async () => {
    const payment = await aPayment();
    const { id, from, until } = await add(payment);
    expect(await add(payment)).toMatchObject({ id, from, until });
    expect(await db().tierPeriod.count({ where: { cause: "dues" } })).toBe(1);
    expect(await letters()).toHaveLength(1);
  });

  test("counts at gold what was settled since it was paid, and nothing before", async () => {
    await bringOrders(
      anExport(
        { number: "RO1", on: addDays(today, -3), paid: 1000 },
        { number: "RO2", on: addDays(today, -1), paid: 500 },
      ),
      { bookAt: now },
    );
    const paidAt = time.startOfDay(addDays(today, -2));
    expect((await add(await aPayment(), paidAt)).rejudged).toEqual({ orders: 1, points: 50 });
    expect((await allPoints(new Date()))[number]?.available).toBe(200);
    await expectSoundBooks();
  });

  test("a second one follows on the first, and both are told as one time of gold", async () => {
    const first = await add(await aPayment());
    const second = await add(await aPayment());
    const inTwoYears = endOfMonthAfter(inAYear, 12);
    expect(second).toMatchObject({ from: first.until, until: time.endOfDay(inTwoYears) });
    expect(await standing()).toMatchObject({ goldThrough: inTwoYears });
    expect(await standing(first.until)).toMatchObject({ goldThrough: inTwoYears });
    const [, ahead] = await letters();
    expect(ahead).toMatchObject({
      props: { cause: "dues_ahead", from: addDays(inAYear, 1), through: inTwoYears },
    });
  });

  test("can be changed by nobody afterwards", async () => {
    const { id } = await add(await aPayment());
    await expect(
      db().goldYear.update({ where: { id }, data: { endsAt: time.endOfDay(today) } }),
    ).rejects.toThrow();
  });
});

describe("a year of gold whose money goes back", () => {
  test("ends now, without grace; what it has earned stays", async () => {
    await bringOrders(anExport({ number: "RO1", on: addDays(today, -1), paid: 500 }), {
      bookAt: now,
    });
    const payment = await aPayment();
    await add(payment, time.startOfDay(addDays(today, -2)));
    expect(await end(payment)).toBe(true);
    expect(await standing()).toEqual({ tier: "silver" });
    expect((await allPoints(new Date()))[number]?.available).toBe(100);
    expect((await letters()).at(-1)).toMatchObject({
      props: { tier: "silver", cause: "dues_withdrawn" },
    });
    await tellOfTiers(db());
    expect(await letters()).toHaveLength(2);
  });

  test("is ended once", async () => {
    const payment = await aPayment();
    await add(payment);
    expect([await end(payment), await end(payment)]).toEqual([true, false]);
    expect(await add(payment)).toMatchObject({ until: time.endOfDay(inAYear) });
    expect(await standing()).toEqual({ tier: "silver" });
  });

  test("leaves the year before it, and was never gold where it had not begun", async () => {
    await add(await aPayment());
    const second = await aPayment();
    await add(second);
    expect(await end(second)).toBe(true);
    expect(await standing()).toMatchObject({ tier: "gold", goldThrough: inAYear });
    expect(await db().tierPeriod.count({ where: { memberId } })).toBe(1);
    expect((await letters()).at(-1)).toMatchObject({ props: { tier: "gold", through: inAYear } });
  });
});
