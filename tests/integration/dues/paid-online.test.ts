import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { payables } from "#app/features.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { cancelGoldYear } from "#app/modules/dues/cancel-gold-year.server.ts";
import { lapseOwedYears } from "#app/modules/dues/lapse-owed-years.server.ts";
import { openCheckout } from "#app/modules/payments/open-checkout.server.ts";
import { previewTakeBack } from "#app/modules/payments/payable.ts";
import { refundAtCounter, refundOnline } from "#app/modules/payments/refund-payment.server.ts";
import { addDays } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aStore } from "../../support/gifts.ts";
import { aMember, aPerson, type TestMember, type TestPerson } from "../../support/people.ts";
import { comes, doJobs, withStripe } from "../../support/stripe/with-stripe.ts";
import { asked, givenGold, inAYear, PRICE, sell, standingOf, today } from "./dues-fixtures.ts";

testDatabase();
const stripe = withStripe();

let member: TestMember;
let clerk: TestPerson;
let finance: TestPerson;
let store: number;

beforeAll(async () => {
  await ensureClub(db());
  store = await aStore();
  clerk = await aPerson({ roles: ["desk"] });
  finance = await aPerson({ roles: ["finance"] });
});
beforeEach(async () => {
  member = await aMember();
});

/** An owner who stands at Stripe's page to pay for a year. */
async function atTheTill() {
  const paymentId = await asked(member);
  await openCheckout({ paymentId, memberId: member.memberId, locale: "en" }, payables);
  const { sessionId } = await db().paymentCheckout.findFirstOrThrow({ where: { paymentId } });
  return { paymentId, sessionId: sessionId ?? "" };
}

/** They pay there, and Stripe tells. */
async function paysAt(sessionId: string) {
  stripe().books.checkOut(sessionId, "paid");
  await comes(stripe(), ...stripe().held.splice(0));
  await doJobs(payables);
}

async function paidOnline() {
  const till = await atTheTill();
  await paysAt(till.sessionId);
  return till.paymentId;
}

const payment = (id: number) => db().payment.findUniqueOrThrow({ where: { id } });
const yearOf = (paymentId: number) => db().goldYear.findUniqueOrThrow({ where: { paymentId } });
const actor = () => ({ by: finance.id, address: "10.0.0.1" });
const refund = (paymentId: number, amountMinor: number, takeBack: boolean) =>
  refundOnline(
    { paymentId, amountMinor, reason: "A mistake", takeBack, requestKey: crypto.randomUUID() },
    actor(),
    payables,
  );

describe("a year that is paid online", () => {
  test("is gold once Stripe says that it is paid, once however often it is said", async () => {
    const { paymentId, sessionId } = await atTheTill();
    expect(await standingOf(member)).toEqual({ tier: "silver" });
    stripe().books.checkOut(sessionId, "paid");
    const told = stripe().held.splice(0);
    await comes(stripe(), ...told, ...told);
    await doJobs(payables);
    expect((await payment(paymentId)).state).toBe("paid");
    expect(await standingOf(member)).toMatchObject({ source: "dues", goldThrough: inAYear });
    expect(await db().goldYear.count({ where: { memberId: member.memberId } })).toBe(1);
  });

  test("cannot be cancelled: the money was faster", async () => {
    const { sessionId } = await atTheTill();
    stripe().books.checkOut(sessionId, "paid");
    expect(await cancelGoldYear(member.memberId)).toEqual({ ok: false, refusal: "paid" });
    expect(await standingOf(member)).toMatchObject({ tier: "gold" });
  });

  test("stays owed while Stripe does not answer", async () => {
    const { paymentId } = await atTheTill();
    stripe().failures.push({ on: /./, how: "refused", times: 2 });
    expect(await cancelGoldYear(member.memberId)).toEqual({ ok: false, refusal: "being-paid" });
    expect((await payment(paymentId)).state).toBe("open");
  });

  test("after its week was over is honoured", async () => {
    const { paymentId, sessionId } = await atTheTill();
    const dueUntil = new Date(Date.now() - 1_000);
    await db().payment.update({ where: { id: paymentId }, data: { dueUntil } });
    stripe().books.checkOut(sessionId, "paid");
    expect(await lapseOwedYears()).toBe(0);
    expect(await yearOf(paymentId)).toMatchObject({ state: "paid" });
  });

  test("is sold at the counter first where the clerk is faster, and their page is ended", async () => {
    const { paymentId, sessionId } = await atTheTill();
    expect(await sell(member, clerk, store)).toEqual({ ok: true, paymentId });
    expect(stripe().books.get("checkout.session", sessionId).status).toBe("expired");
  });
});

describe("money that comes for a year that was let go", () => {
  /** Cancelled in our books, while Stripe still had the page: as after a restore, or by the closing of an account. */
  async function letGo(paymentId: number) {
    const cancelledAt = new Date();
    await db().payment.update({
      where: { id: paymentId },
      data: { state: "cancelled", cancelledAt },
    });
    await db().goldYear.update({ where: { paymentId }, data: { state: "cancelled" } });
  }

  test("is honoured while it still brings something", async () => {
    const { paymentId, sessionId } = await atTheTill();
    await letGo(paymentId);
    await paysAt(sessionId);
    expect(await yearOf(paymentId)).toMatchObject({ state: "paid" });
  });

  test("goes back where another year was bought meanwhile", async () => {
    const { paymentId, sessionId } = await atTheTill();
    await letGo(paymentId);
    await sell(member, clerk, store);
    await paysAt(sessionId);
    expect(await yearOf(paymentId)).toMatchObject({ state: "cancelled" });
    expect(await db().paymentCheckout.findFirst({ where: { paymentId } })).toMatchObject({
      state: "returned",
    });
  });

  test("goes back where another is owed, or its member has left", async () => {
    const { paymentId, sessionId } = await atTheTill();
    await letGo(paymentId);
    await asked(member);
    await paysAt(sessionId);
    expect((await payment(paymentId)).state).toBe("cancelled");

    member = await aMember();
    const left = await atTheTill();
    await letGo(left.paymentId);
    await db().person.update({ where: { id: member.id }, data: { closedAt: new Date() } });
    await paysAt(left.sessionId);
    expect((await payment(left.paymentId)).state).toBe("cancelled");
  });
});

describe("a refund of a year", () => {
  test("leaves gold as it is, in part and in whole", async () => {
    const id = await paidOnline();
    expect(await refund(id, 10_000, false)).toMatchObject({ ok: true });
    expect(await refund(id, PRICE - 10_000, false)).toMatchObject({ ok: true });
    expect(await standingOf(member)).toMatchObject({ goldThrough: inAYear });
  });

  test("takes gold back at once where finance says so", async () => {
    const id = await paidOnline();
    expect(await refund(id, PRICE, true)).toMatchObject({ ok: true });
    expect(await yearOf(id)).toMatchObject({ state: "ended" });
    expect(await standingOf(member)).toEqual({ tier: "silver" });
  });

  test("shows before what it would do, and nothing once there is nothing left to take back", async () => {
    const id = await paidOnline();
    const preview = async () => previewTakeBack(db(), payables, await named(id));
    expect(await preview()).toEqual({ points: 0, used: true, goldThrough: inAYear });
    await refund(id, PRICE, true);
    expect(await preview()).toBeNull();
  });

  test("of a year that has not begun leaves the gold before it", async () => {
    const through = addDays(today, 20);
    await givenGold(member, through);
    const id = await paidOnline();
    expect(await previewTakeBack(db(), payables, await named(id))).toMatchObject({ used: false });
    await refundAtCounter(
      {
        paymentId: id,
        amountMinor: PRICE,
        reason: "Not wanted after all",
        takeBack: true,
        method: "cash",
        receiptNumber: "R-9",
        storeId: store,
        requestKey: crypto.randomUUID(),
      },
      actor(),
      payables,
    );
    expect(await standingOf(member)).toMatchObject({ source: "grant", goldThrough: through });
  });

  test("that Stripe's dashboard made leaves gold, and waits for finance", async () => {
    const id = await paidOnline();
    const { paymentIntent } = await db().paymentCheckout.findFirstOrThrow({
      where: { paymentId: id },
    });
    stripe().books.createRefund({ payment_intent: paymentIntent ?? "", amount: PRICE });
    await comes(stripe(), ...stripe().held.splice(0));
    await doJobs(payables);
    expect(await db().paymentRefund.count({ where: { paymentId: id } })).toBe(1);
    expect(await standingOf(member)).toMatchObject({ tier: "gold" });
  });
});

const named = async (id: number) => {
  const { reference } = await payment(id);
  return { purpose: "dues" as const, reference };
};
