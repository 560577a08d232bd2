import { beforeEach, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadPayment } from "#app/modules/payments/load-payment.server.ts";
import { askForDay, askForDays } from "#app/modules/reconciliation/ask-for-days.server.ts";
import { loadDay, loadMissing } from "#app/modules/reconciliation/load-days.server.ts";
import { loadOpenDifferences } from "#app/modules/reconciliation/load-differences.server.ts";
import { movementsFile } from "#app/modules/reconciliation/movements-file.server.ts";
import { reconcileDay } from "#app/modules/reconciliation/reconcile-day.server.ts";
import { addDays, clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { aMember, aPerson, type TestMember, type TestPerson } from "../../support/people.ts";
import { withoutAccount, withStripe } from "../../support/stripe/with-stripe.ts";
import { aGift, type GiftBook } from "../payments/payments-fixtures.ts";
import {
  closes,
  closesNext,
  differences,
  morningAfter,
  paysOnline,
  refunds,
  theDay,
  told,
} from "./reconciliation-fixtures.ts";

freshDatabase();
const stripe = withStripe();

const day = theDay();
let member: TestMember;
let finance: TestPerson;
let gift: GiftBook;

beforeEach(async () => {
  await ensureClub(db());
  member = await aMember();
  finance = await aPerson({ roles: ["finance"] });
  gift = aGift();
  stripe().books.things.clear();
});

const pays = (amountMinor?: number, currency?: string) =>
  paysOnline(stripe(), gift.payable, member, amountMinor, currency);
const hear = () => told(stripe(), gift.payable);
const actor = () => ({ by: finance.id, address: "" });
describe("a day on which both agree", () => {
  test("adds up, by payments, refunds, disputes, fees and payouts, and has no difference", async () => {
    const { paymentId, intent } = await pays();
    const second = await pays(10_000);
    await hear();
    await refunds(gift.payable, finance, paymentId, 900);
    stripe().books.dispute(second.intent);
    stripe().books.balance.payOut("cny");
    await hear();
    await closes(day);
    expect(await differences()).toEqual([]);
    expect((await loadDay(db(), day))?.sums).toEqual([
      {
        currency: "CNY",
        payments: 14_900,
        refunds: -900,
        disputes: -10_000,
        other: 0,
        fees: 167 + 340 + 1_500,
        net: 14_900 - 900 - 10_000 - 2_007,
        payouts: -1_993,
      },
    ]);
    expect(await loadDay(db(), day)).toMatchObject({ state: "read", open: 0, failure: null });
    const kept = await db().stripeTransaction.findFirstOrThrow({ where: { subject: intent } });
    expect(kept.said).toMatchObject({ source: { payment_intent: intent } });
    // Nothing that Stripe says of people.
    expect(JSON.stringify(kept.said)).not.toMatch(/billing_details|@|"name"/);
  });

  test("is one however often it is read, and whoever reads it at the same time", async () => {
    for (let n = 0; n < 3; n++) await pays();
    await hear();
    await askForDays(morningAfter(day));
    await Promise.all([reconcileDay(day), reconcileDay(day), reconcileDay(day)]);
    const once = await loadDay(db(), day);
    expect(await askForDay(day, actor(), morningAfter(day))).toEqual({ ok: true });
    expect(await loadDay(db(), day)).toMatchObject({ state: "again" });
    await reconcileDay(day);
    const twice = await loadDay(db(), day);
    expect(twice).toMatchObject({ sums: once?.sums, state: "read", open: 0, settled: 0 });
    expect(await db().stripeTransaction.count()).toBe(3);
  });

  test("has payments in a currency without decimals, and money that came for nothing and went back", async () => {
    await pays(4_900, "JPY");
    const { paymentId } = await pays();
    await db().payment.update({
      where: { id: paymentId },
      data: { state: "cancelled", cancelledAt: new Date() },
    });
    await hear();
    expect(await db().paymentCheckout.findFirst({ where: { paymentId } })).toMatchObject({
      state: "returned",
      returnState: "succeeded",
    });
    await closes(day);
    expect(await differences()).toEqual([]);
    expect((await loadDay(db(), day))?.sums.map(({ currency }) => currency)).toEqual([
      "CNY",
      "JPY",
    ]);
  });

  test("is read by the day of the club, not by that of Stripe", async () => {
    await pays();
    await hear();
    await closes(day);
    const time = clubTime("Asia/Shanghai");
    expect(await db().reconciliationDay.findMany()).toMatchObject([
      { startsAt: time.startOfDay(day), endsAt: time.endOfDay(day) },
    ]);
  });
});

describe("what differs", () => {
  test("money at Stripe of which the club knows nothing", async () => {
    await pays();
    await hear();
    stripe().books.chargeElsewhere(7_700, "cny");
    await closes(day);
    expect(await differences()).toEqual([
      { kind: "stripe-only", what: "payment", state: "open", ours: null, stripe: 7_700 },
    ]);
  });

  test("a payment and a refund that are not in Stripe's books", async () => {
    const { paymentId } = await pays();
    await hear();
    await refunds(gift.payable, finance, paymentId, 900);
    for (const moved of stripe().books.balance.movements()) stripe().books.forget(moved.id);
    await closes(day);
    expect(await differences()).toEqual([
      { kind: "ours-only", what: "payment", state: "open", ours: 4_900, stripe: null },
      { kind: "ours-only", what: "refund", state: "open", ours: -900, stripe: null },
    ]);
    const [difference] = await loadOpenDifferences(db(), 1);
    expect(difference?.payment).toMatchObject({ id: paymentId, memberNumber: member.number });
  });

  test("another sum, and another currency", async () => {
    const first = await pays();
    const second = await pays();
    await hear();
    for (const moved of stripe().books.balance.movements()) {
      const charge = stripe().books.things.get(String(moved.source));
      if (charge?.payment_intent === first.intent)
        Object.assign(moved, { amount: 5_000, net: 4_833 });
      if (charge?.payment_intent === second.intent) Object.assign(moved, { currency: "hkd" });
    }
    await closes(day);
    expect(await differences()).toEqual([
      { kind: "sum", what: "payment", state: "open", ours: 4_900, stripe: 5_000 },
      { kind: "sum", what: "payment", state: "open", ours: 4_900, stripe: 4_900 },
    ]);
  });

  test("a refund that Stripe took back, while the club thinks that it arrived", async () => {
    const { paymentId } = await pays();
    await hear();
    await refunds(gift.payable, finance, paymentId, 900);
    await hear();
    const [refund] = stripe().books.all("refund");
    stripe().books.settleRefund(refund?.id ?? "", "failed");
    stripe().held.length = 0;
    await closes(day);
    expect(await differences()).toMatchObject([{ kind: "ours-only", what: "refund", ours: -900 }]);
    expect((await loadPayment(db(), paymentId))?.refunds).toMatchObject([{ state: "succeeded" }]);
  });

  test("a dispute of which nobody told the club", async () => {
    const { intent } = await pays();
    await hear();
    stripe().books.dispute(intent);
    stripe().held.length = 0;
    await closes(day);
    expect(await differences()).toMatchObject([
      { kind: "stripe-only", what: "dispute", stripe: -4_900 },
    ]);
  });

  test("a fee that does not add up, and a payout that is not what is in it", async () => {
    await pays();
    await pays();
    await hear();
    stripe().books.balance.payOut("cny");
    const [payout, first, second] = stripe().books.balance.movements();
    Object.assign(first ?? {}, { fee_details: [] });
    Object.assign(second ?? {}, { $payout: undefined });
    await closes(day);
    expect(await differences()).toMatchObject([
      { kind: "fee", what: "fee", ours: 167, stripe: 0 },
      { kind: "payout", what: "payout", ours: 4_733, stripe: 9_466 },
    ]);
    // Stripe has put it together the day after.
    Object.assign(second ?? {}, { $payout: payout?.$payout });
    await closesNext(day);
    expect(await differences()).toMatchObject([
      { kind: "fee", state: "open" },
      { kind: "payout", state: "solved" },
    ]);
  });

  test("what a payout itself costs is a fee, and comes off what is left", async () => {
    await pays();
    await hear();
    stripe().books.balance.payOut("cny", { automatic: false });
    const payout = stripe()
      .books.balance.movements()
      .find(({ type }) => type === "payout");
    const fee_details = [{ amount: 47, currency: "cny", type: "stripe_fee" }];
    Object.assign(payout ?? {}, { fee: 47, net: -4_780, fee_details });
    await closes(day);
    expect((await loadDay(db(), day))?.sums).toMatchObject([
      { payments: 4_900, fees: 167 + 47, net: 4_900 - 214, payouts: -4_733 },
    ]);
  });

  test("of a payout that somebody made by hand nothing can be said", async () => {
    await pays();
    await hear();
    stripe().books.balance.payOut("cny", { automatic: false });
    await closes(day);
    expect(await differences()).toEqual([]);
  });

  test("says by itself that it is solved once the club was told", async () => {
    await pays();
    await closes(day);
    expect(await differences()).toMatchObject([{ kind: "stripe-only", state: "open" }]);
    await hear();
    await closesNext(day);
    expect(await differences()).toMatchObject([{ kind: "stripe-only", state: "solved" }]);
    expect(await loadOpenDifferences(db(), 10)).toEqual([]);
  });
});

describe("bad luck", () => {
  /** More than a page of Stripe's. */
  const many = async () => {
    for (let n = 0; n < 205; n++) stripe().books.chargeElsewhere(100 + n, "cny");
    await pays();
    await hear();
    await askForDays(morningAfter(day));
  };

  test("a worker that is killed between two pages goes on with the next", async () => {
    await many();
    stripe().requests.length = 0;
    // The first page is kept, and the next is not answered: nothing that follows from the first is lost.
    stripe().failures.push({ on: /balance_transactions/, how: "slow", ms: 0 });
    stripe().failures.push({ on: /balance_transactions/, how: "refused", times: 2 });
    await expect(reconcileDay(day)).rejects.toThrow();
    expect(await db().stripeTransaction.count()).toBe(100);
    expect(await loadMissing(db())).toMatchObject([{ day, failure: "away" }]);
    await reconcileDay(day);
    expect(await db().stripeTransaction.count()).toBe(206);
    // A page and two tries before, two pages after.
    expect(stripe().requests).toHaveLength(5);
    expect(await loadDay(db(), day)).toMatchObject({ state: "read", open: 205, failure: null });
  });

  test("whoever is stopped stops between two pages", async () => {
    await many();
    await expect(reconcileDay(day, AbortSignal.abort())).rejects.toThrow();
    expect(await loadDay(db(), day)).toMatchObject({ state: "waiting", sums: [] });
  });

  test("a key that may not read the balance is told as that, and a club without an account asks nobody", async () => {
    await pays();
    await hear();
    await askForDays(morningAfter(day));
    stripe().failures.push({ on: /balance_transactions/, how: "forbidden" });
    await expect(reconcileDay(day)).rejects.toThrow();
    expect(await loadMissing(db())).toMatchObject([{ day, failure: "refused" }]);
    await withoutAccount(async () => {
      await askForDays(morningAfter(addDays(day, 3)));
      expect(await askForDay(day, actor(), morningAfter(day))).toMatchObject({
        refusal: "not-online",
      });
    });
    expect(await db().reconciliationDay.count()).toBe(1);
  });

  test("days that were missed are asked for when there is time, and none that is not over", async () => {
    await pays();
    await hear();
    await askForDays(new Date());
    expect(await db().reconciliationDay.count()).toBe(0);
    expect(await askForDay(day, actor())).toEqual({ ok: false, refusal: "not-over" });
    const later = morningAfter(addDays(day, 2));
    await askForDays(later);
    expect(await db().reconciliationDay.count()).toBe(3);
    const early = addDays(day, -500);
    expect(await askForDay(early, actor(), later)).toMatchObject({ refusal: "not-over" });
    expect(await askForDay(addDays(day, -1), actor(), later)).toEqual({ ok: true });
  });
});

test("what moved can be had as a file", async () => {
  await pays();
  await hear();
  await closes(day);
  let file = "";
  for await (const piece of movementsFile(db(), { from: day, through: day }, "en")) file += piece;
  const [, line] = file.split("\r\n");
  expect(line).toMatch(/,payment,charge,pi_\w+,49,1\.67,47\.33,CNY,,txn_/);
});
