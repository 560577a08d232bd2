import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadPayment } from "#app/modules/payments/load-payment.server.ts";
import { openCheckout } from "#app/modules/payments/open-checkout.server.ts";
import { owePayment } from "#app/modules/payments/owe-payment.server.ts";
import { answerPaymentTask, listPaymentTasks } from "#app/modules/payments/payment-tasks.server.ts";
import { pollStripe } from "#app/modules/payments/poll-stripe.server.ts";
import { refundAtCounter, refundOnline } from "#app/modules/payments/refund-payment.server.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { aStore } from "../../support/gifts.ts";
import { aMember, aPerson, type TestMember, type TestPerson } from "../../support/people.ts";
import { comes, doJobs, withoutAccount, withStripe } from "../../support/stripe/with-stripe.ts";
import { aGift, type GiftBook } from "./payments-fixtures.ts";

freshDatabase();
const stripe = withStripe();

let member: TestMember;
let finance: TestPerson;
let gift: GiftBook;
let paymentId: number;
let intent: string;
let things = 0;

beforeEach(async () => {
  await ensureClub(db());
  member = await aMember();
  finance = await aPerson({ roles: ["finance"] });
  gift = aGift();
  paymentId = await owePayment(db(), {
    purpose: "gift",
    reference: ++things,
    memberId: member.memberId,
    title: { en: "Picnic blanket", zh: "野餐垫" },
    amountMinor: 4_900,
    currency: "CNY",
    dueUntil: null,
  });
  await openCheckout({ paymentId, memberId: member.memberId, locale: "en" }, [gift.payable]);
  const { sessionId } = await db().paymentCheckout.findFirstOrThrow({ where: { paymentId } });
  stripe().books.checkOut(sessionId ?? "", "paid");
  await told();
  intent =
    (await db().paymentCheckout.findFirstOrThrow({ where: { paymentId } })).paymentIntent ?? "";
});

const jobs = () => doJobs([gift.payable]);

/** Everything that Stripe has to tell comes, and what follows from it is done. */
async function told(): Promise<void> {
  await comes(stripe(), ...stripe().held.splice(0));
  await jobs();
}

const refund = (amountMinor: number, changes: Record<string, unknown> = {}) =>
  refundOnline(
    {
      paymentId,
      amountMinor,
      reason: "It was torn",
      takeBack: false,
      requestKey: randomUUID(),
      ...changes,
    },
    { by: finance.id, address: "" },
    [gift.payable],
  );

const page = () => loadPayment(db(), paymentId);
const refundsAtStripe = () =>
  stripe()
    .books.all("refund")
    .filter(({ payment_intent: of }) => of === intent);
const poll = () => pollStripe([gift.payable], new Date(Date.now() + 10 * 60_000));
const tasks = async () => (await listPaymentTasks(db(), 10)).map(({ kind }) => kind);

describe("money that goes back by Stripe", () => {
  test("is on its way at once, and there once Stripe says so, in parts and once each", async () => {
    const requestKey = randomUUID();
    const first = await refund(2_000, { requestKey, takeBack: true });
    expect(await refund(2_000, { requestKey, takeBack: true })).toEqual(first);
    // Somebody went back, and asked for something else: they are not told that this was done.
    const sentBefore = { ok: false, refusal: "sent-before" };
    expect(await refund(1_000, { requestKey, takeBack: true })).toEqual(sentBefore);
    expect(await refund(2_000, { requestKey })).toEqual(sentBefore);
    const ending = { requestKey, takeBack: true, endRenewal: true };
    expect(await refund(2_000, ending)).toEqual(sentBefore);
    expect(await page()).toMatchObject({ refundableMinor: 2_900, refunds: [{ state: "pending" }] });
    expect(gift.refunded).toMatchObject([{ amountMinor: 2_000, takeBack: true }]);
    await jobs();
    expect(refundsAtStripe()).toMatchObject([{ amount: 2_000 }]);
    expect((await page())?.refunds).toMatchObject([{ state: "succeeded", method: "stripe" }]);
    expect(await refund(2_901)).toMatchObject({ refusal: "more-than-left", left: 2_900 });
    await refund(2_900);
    await jobs();
    await told();
    expect((await page())?.refundableMinor).toBe(0);
    expect(refundsAtStripe()).toHaveLength(2);
    expect(gift.refunded).toHaveLength(2);
    expect(await tasks()).toEqual([]);
  });

  test("is asked for once where the answer was lost", async () => {
    stripe().failures.push({ on: /POST .*refunds/, how: "answer-lost", times: 2 });
    await refund(2_000);
    await expect(jobs()).rejects.toThrow();
    expect((await page())?.refunds).toMatchObject([{ state: "pending" }]);
    await poll();
    expect((await page())?.refunds).toMatchObject([{ state: "succeeded" }]);
    expect(refundsAtStripe()).toHaveLength(1);
  });

  test("that waits there counts as gone, and what fails can be given back again, and is a task", async () => {
    stripe().books.refundsWait = true;
    await refund(4_900);
    await jobs();
    expect(await page()).toMatchObject({ refundableMinor: 0, refunds: [{ state: "pending" }] });
    const [sent] = refundsAtStripe();
    stripe().books.settleRefund(sent?.id ?? "", "failed");
    await told();
    expect(await page()).toMatchObject({ refundableMinor: 4_900, refunds: [{ state: "failed" }] });
    expect(await tasks()).toEqual(["refund-failed"]);
    stripe().books.refundsWait = false;
    await refund(4_900);
    await jobs();
    await told();
    expect((await page())?.refunds.map(({ state }) => state)).toEqual(["failed", "succeeded"]);
    const [task] = await listPaymentTasks(db(), 10);
    const answer = { kind: "refund-failed", id: task?.id ?? 0 } as const;
    expect(await answerPaymentTask(answer, { by: finance.id, address: "" })).toBe(true);
    expect(await answerPaymentTask(answer, { by: finance.id, address: "" })).toBe(false);
    expect(await tasks()).toEqual([]);
  });

  test("that is cancelled there did not reach its member either: a task", async () => {
    stripe().books.refundsWait = true;
    await refund(900);
    await jobs();
    stripe().books.settleRefund(refundsAtStripe()[0]?.id ?? "", "canceled");
    await told();
    expect(await page()).toMatchObject({ refunds: [{ state: "cancelled" }] });
    const [task] = await listPaymentTasks(db(), 10);
    expect(task).toMatchObject({ kind: "refund-failed", amountMinor: 900 });
    const answer = { kind: "refund-failed", id: task?.id ?? 0 } as const;
    expect(await answerPaymentTask(answer, { by: finance.id, address: "" })).toBe(true);
    expect(await tasks()).toEqual([]);
  });

  test("that nobody told of is asked after", async () => {
    stripe().books.refundsWait = true;
    await refund(900);
    await jobs();
    stripe().books.settleRefund(refundsAtStripe()[0]?.id ?? "", "succeeded");
    stripe().held.length = 0;
    await poll();
    expect((await page())?.refunds).toMatchObject([{ state: "succeeded" }]);
  });

  test("is refused for what came over the counter, without an account, and by whoever may not", async () => {
    const clerk = await aPerson({ roles: ["desk"] });
    const asked = { paymentId, amountMinor: 100, reason: "It was torn", takeBack: false };
    const by = (id: number) =>
      refundOnline({ ...asked, requestKey: randomUUID() }, { by: id, address: "" }, [gift.payable]);
    expect(await by(clerk.id)).toEqual({ ok: false, refusal: "not-allowed" });
    await withoutAccount(async () => {
      expect(await by(finance.id)).toEqual({ ok: false, refusal: "not-online" });
    });
  });
});

describe("what was done in Stripe's dashboard", () => {
  test("is written down as money, leaves the gift, and is a task", async () => {
    stripe().books.createRefund({ payment_intent: intent, amount: 1_000 });
    await told();
    expect(await page()).toMatchObject({
      refundableMinor: 3_900,
      refunds: [{ amountMinor: 1_000, state: "succeeded", by: null, reason: null }],
    });
    expect(gift.refunded).toMatchObject([{ amountMinor: 1_000, takeBack: false, by: null }]);
    expect(await tasks()).toEqual(["refund-elsewhere"]);
    await poll();
    await told();
    expect(gift.refunded).toHaveLength(1);
  });

  test("of money that went back over the counter before is written down too, and told as given back twice", async () => {
    const counter = { method: "cash" as const, receiptNumber: "K-9", storeId: await aStore() };
    const asked = { paymentId, amountMinor: 4_900, reason: "It was torn", takeBack: false };
    const back = { ...asked, ...counter, requestKey: randomUUID() };
    expect(
      await refundAtCounter(back, { by: finance.id, address: "" }, [gift.payable]),
    ).toMatchObject({ ok: true });
    stripe().books.createRefund({ payment_intent: intent, amount: 1_000 });
    await told();
    expect(await page()).toMatchObject({ refundableMinor: 0 });
    expect((await page())?.refunds.map(({ amountMinor }) => amountMinor)).toEqual([4_900, 1_000]);
    const [task] = await listPaymentTasks(db(), 10);
    expect(task).toMatchObject({ kind: "refund-twice", amountMinor: 1_000 });
    const answer = { kind: "refund-twice", id: task?.id ?? 0 } as const;
    expect(await answerPaymentTask(answer, { by: finance.id, address: "" })).toBe(true);
    expect(await tasks()).toEqual([]);
  });

  test("while ours is on its way lets ours arrive as well", async () => {
    stripe().books.refundsWait = true;
    await refund(4_900);
    await jobs();
    const [ours] = refundsAtStripe();
    stripe().books.refundsWait = false;
    await db().paymentRefund.create({
      data: {
        paymentId,
        amountMinor: 500,
        method: "stripe",
        state: "succeeded",
        settledAt: new Date(),
        stripeId: "re_elsewhere",
        requestKey: "stripe:re_elsewhere",
      },
    });
    stripe().books.settleRefund(ours?.id ?? "", "succeeded");
    await told();
    expect((await page())?.refunds.map(({ state }) => state).sort()).toEqual([
      "succeeded",
      "succeeded",
    ]);
  });

  test("told before what was paid is written after it", async () => {
    const id = await owePayment(db(), {
      purpose: "gift",
      reference: ++things,
      memberId: member.memberId,
      title: { en: "Mug", zh: "马克杯" },
      amountMinor: 2_000,
      currency: "CNY",
      dueUntil: null,
    });
    await openCheckout({ paymentId: id, memberId: member.memberId, locale: "en" }, [gift.payable]);
    const { sessionId } = await db().paymentCheckout.findFirstOrThrow({ where: { paymentId: id } });
    const session = stripe().books.checkOut(sessionId ?? "", "paid");
    stripe().books.createRefund({ payment_intent: session.payment_intent });
    const events = stripe().held.splice(0);
    await comes(stripe(), ...events.filter(({ type }) => type !== "checkout.session.completed"));
    await jobs();
    expect(await loadPayment(db(), id)).toMatchObject({
      state: "paid",
      refundableMinor: 0,
      refunds: [{ state: "succeeded" }],
    });
    await comes(stripe(), ...events);
    await jobs();
    expect((await loadPayment(db(), id))?.refunds).toHaveLength(1);
  });
});

describe("a dispute", () => {
  test("keeps the money from being refunded until it is won", async () => {
    const dispute = stripe().books.dispute(intent);
    await told();
    expect(await refund(100)).toEqual({ ok: false, refusal: "in-dispute" });
    const store = await db().store.create({ data: { name: "湖畔店" } });
    const overCounter = await refundAtCounter(
      {
        paymentId,
        amountMinor: 100,
        reason: "It was torn",
        takeBack: false,
        method: "cash",
        receiptNumber: "R-1",
        storeId: store.id,
        requestKey: randomUUID(),
      },
      { by: finance.id, address: "" },
      [gift.payable],
    );
    expect(overCounter).toEqual({ ok: false, refusal: "in-dispute" });
    expect(await tasks()).toEqual(["disputed"]);
    stripe().books.closeDispute(dispute.id, "won");
    await told();
    expect(await tasks()).toEqual([]);
    expect(await refund(100)).toMatchObject({ ok: true });
  });

  test("that was lost leaves nothing to refund", async () => {
    const dispute = stripe().books.dispute(intent);
    stripe().books.closeDispute(dispute.id, "lost");
    await told();
    expect(await refund(100)).toEqual({ ok: false, refusal: "in-dispute" });
    expect(await tasks()).toEqual([]);
  });

  test("that came between asking and Stripe's answer fails the refund, as a task", async () => {
    await refund(100);
    stripe().books.dispute(intent);
    await jobs();
    expect((await page())?.refunds).toMatchObject([{ state: "failed" }]);
    await told();
    expect(await tasks()).toEqual(expect.arrayContaining(["refund-failed", "disputed"]));
  });
});
