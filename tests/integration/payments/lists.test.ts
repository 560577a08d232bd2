import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { erasures, exportTables } from "#app/features.server.ts";
import { closeAccounts } from "#app/modules/account/close-accounts.server.ts";
import { requestClosing } from "#app/modules/account/request-closing.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { answerStore } from "#app/modules/order-questions/answer-store.server.ts";
import type { CounterMethod } from "#app/modules/payment-methods/counter-method.ts";
import { closingFile } from "#app/modules/payments/closing-file.server.ts";
import { listPayments } from "#app/modules/payments/list-payments.server.ts";
import { loadClosing } from "#app/modules/payments/load-closing.server.ts";
import { loadPayment } from "#app/modules/payments/load-payment.server.ts";
import { owePayment } from "#app/modules/payments/owe-payment.server.ts";
import { PaymentQuery } from "#app/modules/payments/payment-filter.ts";
import { recordAtCounter } from "#app/modules/payments/record-at-counter.server.ts";
import { refundAtCounter } from "#app/modules/payments/refund-payment.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { aMember, aPerson, type TestMember, type TestPerson } from "../../support/people.ts";
import { aGift } from "./payments-fixtures.ts";

freshDatabase();

const time = clubTime("Asia/Shanghai");
const today = time.dayOf(new Date());
const payables = [aGift().payable];
let member: TestMember;
let clerk: TestPerson;
let colleague: TestPerson;
let finance: TestPerson;
let lakeside: number;
let things = 0;

beforeEach(async () => {
  await ensureClub(db());
  member = await aMember({ name: "林晚" });
  clerk = await aPerson({ name: "A. Clerk", roles: ["desk"] });
  colleague = await aPerson({ name: "B. Colleague", roles: ["gifts"] });
  finance = await aPerson({ name: "C. Finance", roles: ["finance"] });
  lakeside = (await db().store.create({ data: { name: "湖畔店" } })).id;
});

const owed = (amountMinor = 4_900, currency = "CNY") =>
  owePayment(db(), {
    purpose: "gift",
    reference: ++things,
    memberId: member.memberId,
    title: { en: "Picnic blanket", zh: "野餐垫" },
    amountMinor,
    currency,
    dueUntil: null,
  });

async function paid(by: TestPerson, method: CounterMethod, amountMinor = 4_900, currency = "CNY") {
  const paymentId = await owed(amountMinor, currency);
  const how = { method, receiptNumber: "=K-1", storeId: lakeside, requestKey: randomUUID() };
  const taken = { paymentId, amountMinor, ...how };
  await recordAtCounter(taken, { by: by.id, address: "" }, payables);
  return paymentId;
}

const giveBack = (paymentId: number, amountMinor: number) =>
  refundAtCounter(
    {
      paymentId,
      amountMinor,
      reason: "林晚 brought it back",
      method: "cash",
      receiptNumber: "R-1",
      storeId: lakeside,
      takeBack: false,
      requestKey: randomUUID(),
    },
    { by: finance.id, address: "" },
    payables,
  );

const filter = (query: Record<string, string>) => {
  const { after, ...rest } = PaymentQuery.parse(query);
  return listPayments(db(), rest, { after, limit: 2 });
};

describe("the list of payments", () => {
  test("goes page by page, the latest first, without a payment twice or left out", async () => {
    const ids = [await owed(), await paid(clerk, "cash"), await owed(), await paid(clerk, "card")];
    const last = await owed();
    const seen = [];
    let after = "";
    for (let page = 0; page < 5; page++) {
      const list = await filter({ after });
      seen.push(...list.payments.map(({ id }) => id));
      if (!list.next) break;
      after = String(list.next);
    }
    expect(seen).toEqual([last, ...ids.reverse()]);
  });

  test("is narrowed by state, day, store, clerk and member", async () => {
    const open = await owed();
    const cash = await paid(clerk, "cash");
    await giveBack(cash, 900);
    const ids = async (query: Record<string, string>) =>
      (await filter(query)).payments.map(({ id }) => id);
    expect(await ids({ state: "open" })).toEqual([open]);
    expect(await ids({ clerk: String(clerk.id) })).toEqual([cash]);
    expect(await ids({ clerk: String(colleague.id) })).toEqual([]);
    expect(await ids({ store: String(lakeside) })).toEqual([cash]);
    expect(await ids({ member: member.number, from: today, through: today })).toEqual([cash, open]);
    expect(await ids({ through: "2020-01-01" })).toEqual([]);
    expect(await ids({ member: "M99999999" })).toEqual([]);
    expect(await ids({ state: "nonsense", from: "31 February", after: "x" })).toHaveLength(2);
    const [listed] = (await filter({ clerk: String(clerk.id) })).payments;
    expect(listed).toMatchObject({ refundedMinor: 900, amountMinor: 4_900, clerk: clerk.name });
  });
});

describe("a day's closing list", () => {
  test("adds up what each clerk took and gave back, by method and currency", async () => {
    const first = await paid(clerk, "cash");
    await paid(clerk, "cash", 100);
    await paid(clerk, "wechat", 700);
    await paid(colleague, "cash", 4_900, "JPY");
    await owed();
    await giveBack(first, 900);
    const whole = { day: today, clerk: null, store: null };
    const { sums, lines } = await loadClosing(db(), whole);
    expect(
      sums.map(({ clerk: who, method, currency, takenMinor, givenBackMinor, payments }) => [
        who.name,
        method,
        currency,
        payments,
        takenMinor,
        givenBackMinor,
      ]),
    ).toEqual([
      [clerk.name, "cash", "CNY", 2, 5_000, 0],
      [clerk.name, "wechat", "CNY", 1, 700, 0],
      [colleague.name, "cash", "JPY", 1, 4_900, 0],
      [finance.name, "cash", "CNY", 0, 0, 900],
    ]);
    expect(lines).toHaveLength(5);
    expect((await loadClosing(db(), { ...whole, clerk: clerk.id })).lines).toHaveLength(3);
    expect((await loadClosing(db(), { ...whole, store: 999_999 })).lines).toEqual([]);
    expect((await loadClosing(db(), { ...whole, day: "2020-01-01" })).lines).toEqual([]);
  });

  test("as a file has figures that add up, and no formulas", async () => {
    await giveBack(await paid(clerk, "cash"), 900);
    await paid(clerk, "card", 4_905, "KWD");
    const { lines } = await loadClosing(db(), { day: today, clerk: null, store: null });
    const rows = closingFile(lines, "en").split("\r\n");
    expect(rows[1]).toMatch(
      /^A\. Clerk,.*,payment,cash,49,CNY,'=K-1,\d{4}-000001,Picnic blanket,M/,
    );
    expect(rows[2]).toMatch(/,payment,card,4\.905,KWD,/);
    expect(rows[3]).toMatch(/^C\. Finance,.*,refund,cash,-9,CNY,R-1,/);
  });
});

test("two stores that are made one have their payments together", async () => {
  const id = await paid(clerk, "cash");
  await giveBack(id, 100);
  const other = await db().store.create({ data: { name: "西岸店" } });
  const admin = await aPerson({ roles: ["admin"] });
  const merged = { storeId: lakeside, into: other.id, by: admin.id, address: "" };
  expect(await answerStore(merged)).toMatchObject({ ok: true });
  expect(await loadPayment(db(), id)).toMatchObject({ store: { zh: "西岸店" } });
});

test("a member's copy of their data has what they paid and what went back", async () => {
  await giveBack(await paid(clerk, "cash"), 900);
  const subject = {
    personId: member.id,
    member: { id: member.memberId, number: member.number, accountId: member.accountId },
    currency: "CNY",
    timeZone: "Asia/Shanghai",
    locale: "zh-CN",
    t: translator("zh-CN"),
  } as const;
  const rowsOf = async (name: string) => {
    const rows = [];
    const table = exportTables.find((each) => each.name === name);
    for await (const some of table?.rows(subject) ?? []) rows.push(...some);
    return rows;
  };
  expect(await rowsOf("payments")).toMatchObject([
    { about: "野餐垫", sum: { minor: 4_900, currency: "CNY" }, state: { code: "paid" } },
  ]);
  expect(await rowsOf("refunds")).toMatchObject([
    { sum: { minor: 900 }, state: { code: "succeeded" } },
  ]);
});

test("of a member who leaves the books keep what was paid, owe nothing, and say nothing of them", async () => {
  const kept = await paid(clerk, "cash");
  await giveBack(kept, 900);
  const open = await owed();
  await requestClosing(member.id);
  await db().person.update({ where: { id: member.id }, data: { closesAt: new Date() } });
  await closeAccounts(erasures);
  expect(await loadPayment(db(), kept)).toMatchObject({
    state: "paid",
    member: { name: "—", closed: true },
    refunds: [{ amountMinor: 900, reason: null }],
  });
  expect((await loadPayment(db(), open))?.state).toBe("cancelled");
});
