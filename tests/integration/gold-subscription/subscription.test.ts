import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadSubscription } from "#app/modules/gold-subscription/load-subscription.server.ts";
import { openPortal } from "#app/modules/gold-subscription/open-portal.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aMember, type TestMember } from "../../support/people.ts";
import { itemOf } from "../../support/stripe/billing-invoices.ts";
import { withStripe } from "../../support/stripe/with-stripe.ts";
import { subscriber } from "./subscription-fixtures.ts";

testDatabase();
const stripe = withStripe();

let member: TestMember;
const ada = subscriber(stripe, () => member);

beforeAll(() => ensureClub(db()));
beforeEach(async () => {
  member = await aMember();
});

const YEAR = 365;

describe("subscribing", () => {
  test("asks for the rule book's price a year, for 31 minutes, and says whose it is", async () => {
    const opened = await ada.open();
    const [session] = ada.mine("checkout.session");
    expect(opened).toEqual({ ok: true, url: session?.url });
    expect(session).toMatchObject({
      mode: "subscription",
      amount_total: 58_800,
      currency: "cny",
      client_reference_id: `gold-${member.memberId}-1`,
      success_url: "http://club.marque.test/my/gold-subscription?back=done",
    });
    expect(Number(session?.expires_at) - Date.now() / 1000).toBeLessThanOrEqual(31 * 60);
  });

  test("is offered only where the club takes something that can be charged again", async () => {
    const takes = (online: string[]) =>
      db().paymentMethods.upsert({
        where: { id: 1 },
        create: { id: 1, counter: ["cash"], online, inDashboard: false },
        update: { online },
      });
    await takes(["alipay"]);
    expect(await loadSubscription(db(), member.memberId)).toMatchObject({ offered: false });
    expect(await ada.open()).toEqual({ ok: false, refusal: "counter-only" });
    await takes(["alipay", "card"]);
    expect(await loadSubscription(db(), member.memberId)).toMatchObject({ offered: true });
    expect(await ada.open()).toMatchObject({ ok: true });
    await db().paymentMethods.deleteMany();
  });

  test("is one session for two tabs at once, and another in another language", async () => {
    const [one, two] = await Promise.all([ada.open(), ada.open()]);
    expect(one).toEqual(two);
    expect(await ada.open("zh-CN")).toMatchObject({ ok: true });
    expect((await ada.attempts()).map(({ state }) => state)).toEqual(["expired", "open"]);
  });

  test("is a payment with a receipt and a year of gold, once, however often Stripe tells", async () => {
    await ada.checksOut();
    const events = [...stripe().held];
    await ada.hears();
    stripe().held.push(...events.reverse());
    await ada.hears();
    expect(await ada.payments()).toMatchObject([
      { purpose: "dues", method: "stripe", state: "paid", amountMinor: 58_800n, currency: "CNY" },
    ]);
    expect(await ada.years()).toMatchObject([{ state: "paid" }]);
    expect(await ada.rows()).toMatchObject([{ status: "active", second: false }]);
    expect((await ada.attempts())[0]).toMatchObject({ state: "complete", url: null });
    expect(await ada.letters("payment-receipt", "tier-changed")).toHaveLength(2);
    expect(await ada.open()).toEqual({ ok: false, refusal: "subscribed" });
  });

  test("by a way that takes days is gold when the money is there", async () => {
    await ada.checksOut("delayed");
    await ada.hears();
    expect(await ada.row()).toMatchObject({ status: "active" });
    expect(await ada.years()).toEqual([]);
    stripe().billing.pay(String(ada.mine("invoice")[0]?.id), "good");
    await ada.hears();
    expect(await ada.years()).toHaveLength(1);
  });

  test("that is abandoned costs nothing and tells nobody", async () => {
    await ada.checksOut("declined");
    stripe().ahead = 32 * 60_000;
    await ada.poll();
    await ada.hears();
    expect((await ada.attempts())[0]?.state).toBe("expired");
    expect(await ada.payments()).toEqual([]);
    expect(await ada.letters("gold-dues-failed", "gold-renewal-off")).toEqual([]);
  });

  test.each(["answer-lost", "refused", "broken"] as const)(
    "while Stripe is away (%s) is said, and is one subscription afterwards",
    async (how) => {
      stripe().failures.push({ on: /POST .*sessions$/, how, times: 2 });
      expect(await ada.open()).toEqual({ ok: false, refusal: "away" });
      await ada.checksOut();
      expect(ada.mine("checkout.session")).toHaveLength(1);
      await ada.hears();
      expect(await ada.years()).toHaveLength(1);
    },
  );

  test("whose webhooks are all lost is made up for", async () => {
    await ada.checksOut();
    stripe().held.length = 0;
    await ada.poll();
    expect(await ada.years()).toHaveLength(1);
  });
});

describe("a renewal", () => {
  beforeEach(async () => {
    await ada.checksOut();
    await ada.hears();
  });

  test("is a further payment, and the year goes on where the last ends", async () => {
    ada.passes(YEAR + 2);
    await ada.hears();
    const [first, second] = await ada.years();
    expect(second?.beginsAt).toEqual(first?.endsAt);
    expect(await ada.payments()).toHaveLength(2);
    expect((await ada.row())?.periodEnd.getTime()).toBe(
      Number(itemOf(ada.subscription()).current_period_end) * 1000,
    );
  });

  test("is no gold while its invoice is a draft, though Stripe's period has gone on", async () => {
    const end = Number(itemOf(ada.subscription()).current_period_end) * 1000;
    stripe().ahead = end - Date.now() + 60_000;
    stripe().billing.passTime();
    await ada.hears();
    expect((await ada.row())?.periodStart.getTime()).toBe(end);
    expect(await ada.years()).toHaveLength(1);
  });

  test("that fails is told once for each attempt, and recovers with another card", async () => {
    const customer = String(ada.subscription().customer);
    stripe().billing.setCard(customer, "expired");
    ada.passes(YEAR + 2);
    await ada.hears();
    await ada.hears();
    expect(await ada.row()).toMatchObject({ status: "past_due" });
    expect(await ada.letters("gold-dues-failed")).toHaveLength(1);
    expect((await loadSubscription(db(), member.memberId)).subscription).toMatchObject({
      state: "unpaid",
    });
    ada.passes(3);
    await ada.hears();
    expect(await ada.letters("gold-dues-failed")).toHaveLength(2);
    expect(await ada.years()).toHaveLength(1);
    stripe().billing.setCard(customer, "good");
    ada.passes(8);
    await ada.hears();
    expect(await ada.row()).toMatchObject({ status: "active" });
    expect(await ada.years()).toHaveLength(2);
    expect(await ada.letters("gold-dues-failed", "gold-renewal-off")).toHaveLength(2);
  });

  test("that fails to the last ends, is told, and charges nothing more", async () => {
    stripe().billing.setCard(String(ada.subscription().customer), "declined");
    for (const days of [YEAR + 2, 3, 5, 7]) {
      ada.passes(days);
      await ada.hears();
    }
    expect(await ada.row()).toMatchObject({ status: "canceled" });
    expect(await ada.letters("gold-dues-failed", "gold-renewal-off")).toEqual([
      "gold-dues-failed",
      "gold-dues-failed",
      "gold-dues-failed",
      "gold-renewal-off",
    ]);
    ada.passes(YEAR);
    await ada.hears();
    expect(await ada.payments()).toHaveLength(1);
    stripe().ahead = 0;
    expect(await ada.open()).toMatchObject({ refusal: "not-yet" });
  });

  test("that is unpaid and cancelled is ended at Stripe at once: its card is not charged again", async () => {
    const customer = String(ada.subscription().customer);
    stripe().billing.setCard(customer, "declined");
    ada.passes(YEAR + 2);
    await ada.hears();
    stripe().billing.updateSubscription(ada.subscription().id, { cancel_at_period_end: true });
    await ada.hears();
    expect(ada.subscription().status).toBe("canceled");
    stripe().billing.setCard(customer, "good");
    ada.passes(30);
    await ada.hears();
    expect(await ada.payments()).toHaveLength(1);
    expect(await ada.letters("gold-renewal-off")).toHaveLength(1);
  });

  test("that is cancelled before its day does not come, and the year that is paid stays", async () => {
    stripe().billing.updateSubscription(ada.subscription().id, { cancel_at_period_end: true });
    await ada.hears();
    expect(await loadSubscription(db(), member.memberId)).toMatchObject({
      subscription: { state: "ends" },
    });
    ada.passes(YEAR + 2);
    await ada.hears();
    expect(await ada.row()).toMatchObject({ status: "canceled" });
    expect(await ada.payments()).toHaveLength(1);
    expect(await ada.years()).toMatchObject([{ state: "paid" }]);
    expect(await ada.letters("gold-renewal-off")).toHaveLength(1);
  });

  test("that somebody ends in Stripe's dashboard is told to its member", async () => {
    stripe().billing.cancelSubscription(ada.subscription().id);
    await ada.hears();
    expect(await ada.row()).toMatchObject({ status: "canceled" });
    expect(await ada.letters("gold-renewal-off")).toHaveLength(1);
  });

  test("is found by the poll where its webhooks are lost", async () => {
    ada.passes(YEAR + 2);
    stripe().held.length = 0;
    await ada.poll();
    expect(await ada.years()).toHaveLength(2);
  });
});

test("managing payment leads to Stripe's portal and back, where somebody is known there", async () => {
  expect(await openPortal(member.memberId, "en")).toEqual({ ok: false, refusal: "none" });
  await ada.checksOut();
  const opened = await openPortal(member.memberId, "zh-CN");
  const [session] = ada.mine("billing_portal.session");
  expect(opened).toEqual({ ok: true, url: session?.url });
  expect(session).toMatchObject({
    locale: "zh",
    return_url: "http://club.marque.test/my/gold-subscription?back=portal",
  });
  stripe().failures.push({ on: /portal/, how: "broken", times: 2 });
  expect(await openPortal(member.memberId, "en")).toEqual({ ok: false, refusal: "away" });
});
