import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadOwnPayments } from "#app/modules/payments/list-payments.server.ts";
import { owePayment } from "#app/modules/payments/owe-payment.server.ts";
import {
  type MoneyPlace,
  readMoneyPlace,
  writeMoneyPlace,
} from "#app/modules/payments/payment-filter.ts";
import { recordAtCounter } from "#app/modules/payments/record-at-counter.server.ts";
import { refundAtCounter } from "#app/modules/payments/refund-payment.server.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { aMember, aPerson, type TestMember, type TestPerson } from "../../support/people.ts";
import { aGift } from "./payments-fixtures.ts";

freshDatabase();

const payables = [aGift().payable];
let member: TestMember;
let clerk: TestPerson;
let finance: TestPerson;
let storeId: number;
let things = 0;

beforeEach(async () => {
  await ensureClub(db());
  member = await aMember();
  clerk = await aPerson({ roles: ["desk"] });
  finance = await aPerson({ roles: ["finance"] });
  storeId = (await db().store.create({ data: { name: "湖畔店" } })).id;
});

const owed = (memberId = member.memberId) =>
  owePayment(db(), {
    ...{ purpose: "gift", reference: ++things, memberId, dueUntil: null },
    ...{ title: { en: "Picnic blanket", zh: "野餐垫" }, amountMinor: 4_900, currency: "CNY" },
  });

const counter = () =>
  ({ method: "cash", receiptNumber: "K-1", storeId, requestKey: randomUUID() }) as const;

async function paid(): Promise<number> {
  const paymentId = await owed();
  const taken = { paymentId, amountMinor: 4_900, ...counter() };
  await recordAtCounter(taken, { by: clerk.id, address: "" }, payables);
  return paymentId;
}

const giveBack = (paymentId: number, amountMinor: number) =>
  refundAtCounter(
    { paymentId, amountMinor, reason: "Brought back", takeBack: false, ...counter() },
    { by: finance.id, address: "" },
    payables,
  );

const page = (after: MoneyPlace | null = null, limit = 20) =>
  loadOwnPayments(db(), member.memberId, { after, limit });

test("who has paid nothing has no lines", async () => {
  await owed((await aMember()).memberId);
  expect(await page()).toEqual({ lines: [], next: null });
});

test("what was paid, owed and given back stands there, the latest first, with its receipt", async () => {
  const id = await paid();
  const open = await owed();
  await giveBack(id, 900);
  const { lines } = await page();
  expect(lines).toMatchObject([
    { kind: "refund", paymentId: id, amountMinor: 900, state: "succeeded", method: "cash" },
    { kind: "payment", id: open, state: "open", receipt: null, refundedMinor: 0 },
    { kind: "payment", id, state: "paid", refundedMinor: 900, title: { zh: "野餐垫" } },
  ]);
  expect(lines[2]).toHaveProperty("receipt", expect.stringMatching(/^\d{4}-000001$/));
});

test("page by page each line is there once, also where several happened in one instant", async () => {
  const ids = [await paid(), await owed(), await owed()];
  await giveBack(ids[0] ?? 0, 100);
  await giveBack(ids[0] ?? 0, 200);
  const createdAt = new Date("2026-11-20T03:00:00.123Z");
  await db().payment.updateMany({ where: { state: "open" }, data: { createdAt } });
  const all = (await page()).lines.map(writeMoneyPlace);
  expect(new Set(all).size).toBe(5);
  const seen: string[] = [];
  for (let after: MoneyPlace | null = null; ; ) {
    const { lines, next } = await page(after, 1);
    seen.push(...lines.map(writeMoneyPlace));
    if (!next) break;
    after = readMoneyPlace(writeMoneyPlace(next));
  }
  expect(seen).toEqual(all);
});

test("a place in another's list is none in one's own", async () => {
  await paid();
  const others = await owed((await aMember()).memberId);
  expect((await page({ kind: "payment", id: others })).lines).toEqual([]);
});

test.each([null, "", "payment-0", "refund-99999999999", "gift-1", "payment-1-2"])(
  "%o names no place",
  (text) => expect(readMoneyPlace(text)).toBeNull(),
);
