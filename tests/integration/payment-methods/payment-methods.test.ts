import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import type { CounterMethod } from "#app/modules/payment-methods/counter-method.ts";
import { COUNTER_METHODS } from "#app/modules/payment-methods/counter-method.ts";
import {
  loadPaymentMethods,
  methodsMark,
  type PaymentMethods,
} from "#app/modules/payment-methods/load-payment-methods.server.ts";
import { savePaymentMethods } from "#app/modules/payment-methods/save-payment-methods.server.ts";
import { loadCounter } from "#app/modules/payments/load-counter.server.ts";
import { openCheckout } from "#app/modules/payments/open-checkout.server.ts";
import { owePayment } from "#app/modules/payments/owe-payment.server.ts";
import { recordAtCounter } from "#app/modules/payments/record-at-counter.server.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { aStore } from "../../support/gifts.ts";
import { aMember, aPerson, type TestMember } from "../../support/people.ts";
import { withStripe } from "../../support/stripe/with-stripe.ts";
import { aGift } from "../payments/payments-fixtures.ts";

freshDatabase();
const stripe = withStripe();
const payables = [aGift().payable];
let member: TestMember;
let things = 0;

beforeEach(async () => {
  await ensureClub(db());
  member = await aMember();
});

const owed = (currency = "CNY") =>
  owePayment(db(), {
    purpose: "gift",
    reference: ++things,
    memberId: member.memberId,
    title: { en: "Picnic blanket", zh: "野餐垫" },
    amountMinor: 4_900,
    currency,
    dueUntil: null,
  });

const opens = (paymentId: number) =>
  openCheckout({ paymentId, memberId: member.memberId, locale: "en" }, payables);

async function takes(methods: PaymentMethods, seen?: string) {
  const admin = await aPerson({ roles: ["admin"] });
  const shown = seen ?? methodsMark(await loadPaymentMethods(db()));
  return savePaymentMethods(methods, shown, { by: admin.id, address: "" });
}

const asked = async (paymentId: number) =>
  (await db().paymentCheckout.findMany({ where: { paymentId }, orderBy: { attempt: "asc" } })).map(
    ({ params, state }) => ({ params, state }),
  );

test("a club that has not chosen takes everything at its counters, and leaves online to the dashboard", async () => {
  expect(await loadPaymentMethods(db())).toEqual({ counter: [...COUNTER_METHODS], online: null });
  const id = await owed();
  await opens(id);
  const [only] = await asked(id);
  expect(only?.params).not.toHaveProperty("payment_method_types");
});

test("Stripe's page is asked for what is taken and fits, and is opened anew where that changes", async () => {
  const id = await owed();
  await opens(id);
  await takes({ counter: ["cash"], online: ["card", "wechat_pay", "konbini"] });
  expect(await opens(id)).toMatchObject({ ok: true });
  const [before, now] = await asked(id);
  expect(before?.state).toBe("expired");
  expect(now).toMatchObject({
    state: "open",
    params: {
      payment_method_types: ["card", "wechat_pay"],
      payment_method_options: { wechat_pay: { client: "web" } },
    },
  });
  const again = stripe().requests.length;
  await opens(id);
  expect(stripe().requests).toHaveLength(again);
});

test("what nothing that is taken can pay is paid at the counter", async () => {
  await takes({ counter: ["cash"], online: ["konbini"] });
  expect(await opens(await owed())).toEqual({ ok: false, refusal: "counter-only" });
  expect(await opens(await owed("JPY"))).toMatchObject({ ok: true });
});

test("the desk is offered what is taken, and takes nothing else", async () => {
  await takes({ counter: ["cash", "wechat"], online: null });
  const clerk = await aPerson({ roles: ["desk"] });
  expect((await loadCounter(db(), clerk.id)).methods).toEqual(["cash", "wechat"]);
  const paymentId = await owed();
  const storeId = await aStore();
  const by = (method: CounterMethod) => {
    const how = { method, receiptNumber: "K-1", storeId, requestKey: randomUUID() };
    const taken = { paymentId, amountMinor: 4_900, ...how };
    return recordAtCounter(taken, { by: clerk.id, address: "" }, payables);
  };
  expect(await by("card")).toEqual({ ok: false, refusal: "other-method" });
  expect(await by("wechat")).toMatchObject({ ok: true });
});

test("of two admins who save at once the second is told, and what is saved again is no news", async () => {
  const seen = methodsMark(await loadPaymentMethods(db()));
  const mine = { counter: ["cash" as const], online: null };
  expect(await takes(mine, seen)).toEqual({ ok: true });
  expect(await takes({ counter: ["card"], online: null }, seen)).toMatchObject({ ok: false });
  expect(await takes(mine)).toEqual({ ok: true });
  expect(await db().auditEntry.count({ where: { action: "payment-methods.changed" } })).toBe(1);
  await db().$executeRaw`update payment_methods set counter = '{cash,cheque}'`;
  expect((await loadPaymentMethods(db())).counter).toEqual(["cash"]);
});
