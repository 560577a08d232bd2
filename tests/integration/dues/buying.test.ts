import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { cancelGoldYear } from "#app/modules/dues/cancel-gold-year.server.ts";
import { lapseOwedYears } from "#app/modules/dues/lapse-owed-years.server.ts";
import { loadPayment } from "#app/modules/payments/load-payment.server.ts";
import { addDays, addMonths, clubTime, endOfMonthAfter } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aStore } from "../../support/gifts.ts";
import { earn } from "../../support/ledger-fixtures.ts";
import { aMember, aPerson, type TestMember, type TestPerson } from "../../support/people.ts";
import {
  ask,
  asked,
  clubBecomes,
  givenGold,
  inAYear,
  PRICE,
  priceBecomes,
  sell,
  standingOf,
  time,
  today,
} from "./dues-fixtures.ts";

testDatabase();

let member: TestMember;
let clerk: TestPerson;
let store: number;

beforeAll(async () => {
  await ensureClub(db());
  store = await aStore();
  clerk = await aPerson({ roles: ["desk"] });
});
beforeEach(async () => {
  member = await aMember();
});

const years = ({ memberId } = member) =>
  db().goldYear.findMany({ where: { memberId }, orderBy: { id: "asc" } });
const overdue = (id: number) =>
  db().payment.update({ where: { id }, data: { dueUntil: new Date(Date.now() - 1_000) } });

describe("an owner who asks for a year of gold", () => {
  test("owes its price for a week, and is not gold before it is paid", async () => {
    const id = await asked(member);
    expect(await loadPayment(db(), id)).toMatchObject({
      purpose: "dues",
      amountMinor: PRICE,
      currency: "CNY",
      state: "open",
      dueUntil: time.endOfDay(addDays(today, 7)),
    });
    expect(await standingOf(member)).toEqual({ tier: "silver" });
  });

  test("twice, and by twenty presses at once, owes it once", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(member)));
    answers.push(await ask(member));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await years()).toMatchObject([{ state: "owed" }]);
  });

  test("cancels it, also twice, and may ask anew", async () => {
    const first = await asked(member);
    expect(await cancelGoldYear(member.memberId)).toEqual({ ok: true });
    expect(await cancelGoldYear(member.memberId)).toEqual({ ok: true });
    expect((await loadPayment(db(), first))?.state).toBe("cancelled");
    expect(await asked(member)).not.toBe(first);
  });

  test("after a week gets another one, by the clock and by the hourly job", async () => {
    const first = await asked(member);
    await overdue(first);
    const second = await asked(member);
    expect(second).not.toBe(first);
    await overdue(second);
    expect(await lapseOwedYears()).toBe(1);
    expect((await years()).map(({ state }) => state)).toEqual(["cancelled", "cancelled"]);
  });

  test("is not for somebody who has left", async () => {
    await db().person.update({ where: { id: member.id }, data: { closedAt: new Date() } });
    expect(await ask(member)).toEqual({ ok: false, refusal: "account-closed" });
  });
});

describe("a year that would bring nothing is refused", () => {
  test("while gold lasts for more than 90 days", async () => {
    const through = addDays(today, 91);
    await givenGold(member, through);
    expect(await ask(member)).toEqual({
      ok: false,
      refusal: "not-yet",
      through,
      opens: addDays(today, 1),
    });
  });

  test("where status points renew gold by themselves", async () => {
    const through = addDays(today, 20);
    await givenGold(member, through, "status_points");
    const effectiveAt = new Date(Date.now() - 60_000);
    await earn(member.accountId, { points: 2_000, statusPoints: 2_000, effectiveAt });
    expect(await ask(member)).toMatchObject({ ok: false, refusal: "renews-itself" });
  });

  test("where gold has no end", async () => {
    const { id } = await givenGold(member, today, "imported");
    await db().tierPeriod.update({ where: { id }, data: { endsAt: null } });
    expect(await ask(member)).toEqual({ ok: false, refusal: "without-end" });
  });
});

describe("a year sold at the counter", () => {
  test("is owed, paid and begun at once", async () => {
    const sold = await sell(member, clerk, store);
    expect(sold).toMatchObject({ ok: true });
    expect(await standingOf(member)).toMatchObject({ source: "dues", goldThrough: inAYear });
    const [year] = await years();
    expect(year).toMatchObject({ state: "paid", createdBy: clerk.id });
    expect(await loadPayment(db(), year?.paymentId ?? 0)).toMatchObject({
      state: "paid",
      recordedBy: clerk.name,
    });
  });

  test("by twenty presses of one form is one year", async () => {
    const form = { requestKey: crypto.randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => sell(member, clerk, store, form)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await years()).toHaveLength(1);
  });

  test("by two clerks at once is one year, and the second is told that there is nothing to pay", async () => {
    const other = await aPerson({ roles: ["desk"] });
    const answers = await Promise.all([sell(member, clerk, store), sell(member, other, store)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: "not-yet", through: inAYear });
  });

  test("is the one that its owner has asked for", async () => {
    const paymentId = await asked(member);
    expect(await sell(member, clerk, store)).toEqual({ ok: true, paymentId });
    expect(await years()).toHaveLength(1);
  });

  test("that is refused leaves nothing owed", async () => {
    expect(await sell(member, clerk, 9_999)).toEqual({ ok: false, refusal: "unknown-store" });
    expect(await years()).toEqual([]);
    expect(await db().payment.count({ where: { memberId: member.memberId } })).toBe(0);
  });

  test("is for a colleague to sell where the clerk is the member", async () => {
    const own = await aMember({ roles: ["desk"] });
    expect(await sell(own, own, store)).toEqual({ ok: false, refusal: "own-payment" });
  });

  test("is not sold by somebody who may not", async () => {
    const gifts = await aPerson({ roles: ["gifts"] });
    expect(await sell(member, gifts, store)).toEqual({ ok: false, refusal: "not-allowed" });
  });

  test("of somebody whose gold ends soon follows on it", async () => {
    const through = addDays(today, 30);
    await givenGold(member, through);
    await sell(member, clerk, store);
    expect(await years()).toMatchObject([
      {
        beginsAt: time.endOfDay(through),
        endsAt: time.endOfDay(endOfMonthAfter(through, 12)),
      },
    ]);
    expect(await standingOf(member)).toMatchObject({
      goldThrough: endOfMonthAfter(through, 12),
    });
  });

  test("ends by its own rule where points that came late make gold that lasts longer", async () => {
    await sell(member, clerk, store);
    const later = addMonths(inAYear, 3);
    await givenGold(member, later, "imported");
    expect(await standingOf(member)).toMatchObject({ goldThrough: later });
    expect((await years())[0]?.endsAt).toEqual(time.endOfDay(inAYear));
  });
});

describe("the price of a year", () => {
  test("that changed since the page was read is asked about again; one that is owed stays", async () => {
    const before = await asked(member);
    await priceBecomes(60_000);
    const other = await aMember();
    expect(await ask(other)).toEqual({
      ok: false,
      refusal: "price-changed",
      amountMinor: 60_000,
    });
    expect(await sell(other, clerk, store)).toMatchObject({ refusal: "price-changed" });
    expect(await asked(member, 60_000)).toBe(before);
    expect(await sell(member, clerk, store, { amountMinor: 60_000 })).toMatchObject({
      refusal: "amount-changed",
    });
    expect(await sell(member, clerk, store)).toMatchObject({ ok: true });
  });

  test("of nought means that there are no dues", async () => {
    await priceBecomes(0);
    expect(await ask(member, 0)).toEqual({ ok: false, refusal: "not-sold" });
    await priceBecomes(PRICE);
  });

  test.each([
    ["JPY", 12_000],
    ["KWD", 24_505],
  ])("is in the smallest unit of %s, whatever that is", async (currency, price) => {
    await priceBecomes(price);
    await clubBecomes({ currency });
    const id = await asked(member, price);
    expect(await loadPayment(db(), id)).toMatchObject({ currency, amountMinor: price });
    expect(await sell(member, clerk, store, { amountMinor: price })).toMatchObject({ ok: true });
    await clubBecomes({ currency: "CNY" });
    await priceBecomes(PRICE);
  });
});

test("a club where clocks change ends a year at its own midnight", async () => {
  const timeZone = "America/New_York";
  await clubBecomes({ timeZone });
  await sell(member, clerk, store);
  const local = clubTime(timeZone);
  const last = endOfMonthAfter(local.dayOf(new Date()), 12);
  expect((await years())[0]?.endsAt).toEqual(local.endOfDay(last));
  expect(await standingOf(member)).toMatchObject({ goldThrough: last });
  await clubBecomes({ timeZone: "Asia/Shanghai" });
});
