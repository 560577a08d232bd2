import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { erasures, payables } from "#app/features.server.ts";
import { closeAccount } from "#app/modules/account/close-account.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadSubscription } from "#app/modules/gold-subscription/load-subscription.server.ts";
import { applyStripe } from "#app/modules/payments/apply-stripe.server.ts";
import { loadPayment } from "#app/modules/payments/load-payment.server.ts";
import { previewRenewal } from "#app/modules/payments/payable.ts";
import { listPaymentTasks } from "#app/modules/payments/payment-tasks.server.ts";
import { refundOnline } from "#app/modules/payments/refund-payment.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aMember, aPerson, type TestMember } from "../../support/people.ts";
import { billedUntil, itemOf } from "../../support/stripe/billing-invoices.ts";
import { comes, withStripe } from "../../support/stripe/with-stripe.ts";
import { subscriber } from "./subscription-fixtures.ts";

testDatabase();
const stripe = withStripe();

let member: TestMember;
const ada = subscriber(stripe, () => member);

beforeAll(() => ensureClub(db()));
beforeEach(async () => {
  member = await aMember();
});

async function paid(): Promise<{ paymentId: number; intent: string }> {
  await ada.checksOut();
  await ada.hears();
  const [payment] = await ada.payments();
  const [intent] = ada.mine("payment_intent");
  return { paymentId: Number(payment?.id), intent: String(intent?.id) };
}

const tasks = async (paymentId: number) =>
  (await listPaymentTasks(db(), 100))
    .filter((task) => task.paymentId === paymentId)
    .map(({ kind }) => kind)
    .sort();

describe("a year that was paid by subscription", () => {
  test("is refunded by finance, with the year where they say so", async () => {
    const { paymentId, intent } = await paid();
    const finance = await aPerson({ roles: ["finance"] });
    const asked = { paymentId, amountMinor: 58_800, reason: "Sold the car", takeBack: true };
    const actor = { by: finance.id, address: "" };
    expect(
      await refundOnline({ ...asked, requestKey: randomUUID() }, actor, payables),
    ).toMatchObject({ ok: true });
    await ada.hears();
    expect(ada.mine("charge")).toMatchObject([{ payment_intent: intent, amount_refunded: 58_800 }]);
    expect((await loadPayment(db(), paymentId))?.refunds).toMatchObject([{ state: "succeeded" }]);
    expect(await ada.years()).toMatchObject([{ state: "ended" }]);
  });

  test("is refunded, and the subscription goes on or ends, as finance says", async () => {
    const { paymentId } = await paid();
    const { reference } = await db().payment.findUniqueOrThrow({ where: { id: paymentId } });
    const named = { purpose: "dues", reference } as const;
    const finance = await aPerson({ roles: ["finance"] });
    const actor = { by: finance.id, address: "" };
    const asked = { paymentId, amountMinor: 100, reason: "Goodwill", takeBack: false };
    expect(await previewRenewal(db(), payables, named)).toMatchObject({ amountMinor: 58_800 });
    await refundOnline({ ...asked, requestKey: randomUUID() }, actor, payables);
    await ada.hears();
    expect(ada.subscription().status).toBe("active");

    // Sent twice, and while Stripe is away: it is ended once Stripe answers, and told once.
    stripe().failures.push({ on: /subscriptions/, how: "refused", times: 1 });
    const ending = { ...asked, endRenewal: true, requestKey: randomUUID() };
    const answers = await Promise.all([1, 2].map(() => refundOnline(ending, actor, payables)));
    expect(answers[0]).toEqual(answers[1]);
    await ada.hears().catch(() => {});
    await ada.hears();
    expect(ada.subscription().status).toBe("canceled");
    expect(await ada.years()).toMatchObject([{ state: "paid" }]);
    expect(await ada.letters("gold-renewal-off")).toHaveLength(1);
    expect(await previewRenewal(db(), payables, named)).toBeNull();
    ada.passes(367);
    await ada.hears();
    expect(await ada.payments()).toHaveLength(1);
    // Asked for once more, there is nothing left to end.
    const again = { ...ending, requestKey: randomUUID() };
    expect(await refundOnline(again, actor, payables)).toMatchObject({ ok: true });
    await ada.hears();
  });

  test("and that ends with its period already, is not asked about", async () => {
    const { paymentId } = await paid();
    stripe().billing.updateSubscription(ada.subscription().id, { cancel_at_period_end: true });
    await ada.hears();
    const { reference } = await db().payment.findUniqueOrThrow({ where: { id: paymentId } });
    expect(await previewRenewal(db(), payables, { purpose: "dues", reference })).toBeNull();
  });

  test("is refunded in Stripe's dashboard, and disputed, like any other payment", async () => {
    const { paymentId, intent } = await paid();
    stripe().books.createRefund({ payment_intent: intent, amount: 800 });
    stripe().books.dispute(intent);
    await ada.hears();
    expect(await loadPayment(db(), paymentId)).toMatchObject({
      refunds: [{ amountMinor: 800 }],
      disputed: true,
    });
    expect(await tasks(paymentId)).toEqual(["disputed", "refund-elsewhere"]);
    expect(await ada.years()).toMatchObject([{ state: "paid" }]);
  });

  test("and refunded before anybody told that it was paid, is both", async () => {
    await ada.checksOut();
    const [intent] = ada.mine("payment_intent");
    stripe().held.length = 0;
    stripe().books.createRefund({ payment_intent: intent?.id, amount: 58_800 });
    await ada.hears();
    const [payment] = await ada.payments();
    expect(await loadPayment(db(), Number(payment?.id))).toMatchObject({
      state: "paid",
      refundableMinor: 0,
      refunds: [{ amountMinor: 58_800, state: "succeeded" }],
    });
  });

  test("and refunded before that, is both whatever else is told of its member meanwhile", async () => {
    await ada.checksOut();
    const [intent] = ada.mine("payment_intent");
    const ofMember = stripe().held.filter(({ type }) => /^(customer|invoice)\./.test(String(type)));
    stripe().held.length = 0;
    stripe().books.createRefund({ payment_intent: intent?.id, amount: 58_800 });
    await applyStripe({ intent: intent?.id }, payables);
    await comes(stripe(), ...ofMember);
    await ada.jobs();
    const [payment] = await ada.payments();
    expect(await loadPayment(db(), Number(payment?.id))).toMatchObject({ refundableMinor: 0 });
  });
});

test("a second subscription found at Stripe is paid for like the first, and waits for finance", async () => {
  const { paymentId } = await paid();
  const first = ada.subscription();
  stripe().ahead += 1_000;
  const second = stripe().billing.subscribeElsewhere(String(first.customer), first);
  await ada.hears();
  expect(await ada.rows()).toMatchObject([
    { id: first.id, second: false },
    { id: second.id, second: true },
  ]);
  const payments = await ada.payments();
  expect(payments).toHaveLength(2);
  expect(await tasks(Number(payments[1]?.id))).toEqual(["second-subscription"]);
  expect(await tasks(paymentId)).toEqual([]);
  // Once the first has ended, the other is the member's own.
  stripe().billing.cancelSubscription(first.id);
  await ada.hears();
  expect((await ada.rows())[1]).toMatchObject({ id: second.id, second: false });
});

test("two that live at once cannot both be a member's own: the table refuses", async () => {
  await paid();
  const row = await ada.row();
  await expect(
    db().goldSubscription.create({ data: { ...row, id: "sub_other" } as never }),
  ).rejects.toThrow();
});

test("an invoice of nothing charges nothing: no payment, no receipt, no year", async () => {
  await paid();
  const subscription = ada.subscription();
  stripe().billing.updateSubscription(subscription.id, {
    items: [
      {
        id: itemOf(subscription).id,
        price_data: { currency: "cny", product: "marque_gold_year", unit_amount: 0 },
      },
    ],
  });
  ada.passes(367);
  await ada.hears();
  expect(await ada.payments()).toHaveLength(1);
  expect(await ada.years()).toHaveLength(1);
  const invoices = await db().goldInvoice.findMany({ where: { subscriptionId: subscription.id } });
  expect(invoices.map(({ totalMinor }) => totalMinor).sort()).toEqual([0n, 58_800n]);
});

test.each([
  ["jpy", 9_800, 9_800],
  ["kwd", 24_500, 24_500],
])("a renewal in %s is written down in that currency's own units", async (currency, at, minor) => {
  await paid();
  const item = itemOf(ada.subscription());
  Object.assign(item.price as object, { currency, unit_amount: at });
  ada.passes(367);
  await ada.hears();
  expect((await ada.payments())[1]).toMatchObject({
    currency: currency.toUpperCase(),
    amountMinor: BigInt(minor),
  });
});

test("a subscription whose item has no period is an alarm, and nothing is written", async () => {
  await ada.checksOut();
  itemOf(ada.subscription()).current_period_end = null;
  await expect(ada.hears()).rejects.toThrow("has no period");
  expect(await ada.rows()).toEqual([]);
  expect(await ada.payments()).toEqual([]);
});

test.each([
  ["2027-08-31", 1, "2028-08-31"],
  ["2028-02-29", 1, "2029-02-28"],
  ["2028-02-29", 4, "2032-02-29"],
])("Stripe bills %s again after %i years on %s, and so does the stand-in", (day, years, then) => {
  const at = (of: string) => Date.parse(`${of}T05:30:00Z`) / 1000;
  expect(billedUntil(at(day), years)).toBe(at(then));
});

describe("a member who closes their account", () => {
  const closes = (closesAt: Date) =>
    db().person.update({
      where: { id: member.id },
      data: { closesAt, closingAskedAt: new Date() },
    });
  const close = async () => {
    await closes(new Date());
    expect(await closeAccount(member.id, erasures)).toBe("closed");
  };

  test("is charged no more, and Stripe forgets who they were", async () => {
    const { paymentId } = await paid();
    const { customer } = ada.subscription();
    const subscription = ada.subscription();
    stripe().failures.push({ on: /./, how: "refused", times: 2 });
    await close();
    await expect(ada.hears()).rejects.toThrow();
    await ada.hears();
    expect(subscription.status).toBe("canceled");
    expect(stripe().books.things.has(String(customer))).toBe(false);
    expect(await db().payment.findUnique({ where: { id: paymentId } })).toMatchObject({
      state: "paid",
    });
    expect(await loadSubscription(db(), member.memberId)).toMatchObject({
      subscription: null,
      known: false,
    });
  });

  test("in the moment in which they are charged gets the money back", async () => {
    await paid();
    ada.passes(367);
    await close();
    await ada.hears();
    const [, late] = await ada.payments();
    expect(late).toMatchObject({ state: "cancelled" });
    expect(ada.mine("refund").length + stripe().books.all("refund").length).toBeGreaterThan(0);
    expect(await db().paymentCheckout.findFirst({ where: { paymentId: late?.id } })).toMatchObject({
      state: "returned",
      returnState: "succeeded",
    });
    expect(await ada.years()).toHaveLength(1);
  });

  test("cannot begin a subscription in its last days", async () => {
    await closes(new Date(Date.now() + 86_400_000));
    expect(await ada.open()).toEqual({ ok: false, refusal: "leaving" });
  });
});
