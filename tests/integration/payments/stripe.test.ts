import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { cancelPayment } from "#app/modules/payments/cancel-payment.server.ts";
import { askedCheckout } from "#app/modules/payments/checkout-version.server.ts";
import { endCheckout } from "#app/modules/payments/end-checkout.server.ts";
import { lookAtCheckout } from "#app/modules/payments/load-checkout.server.ts";
import { loadPayment } from "#app/modules/payments/load-payment.server.ts";
import { openCheckout } from "#app/modules/payments/open-checkout.server.ts";
import { owePayment } from "#app/modules/payments/owe-payment.server.ts";
import { answerPaymentTask, listPaymentTasks } from "#app/modules/payments/payment-tasks.server.ts";
import { pollStripe } from "#app/modules/payments/poll-stripe.server.ts";
import { receiveStripeEvent } from "#app/modules/payments/receive-event.server.ts";
import { recordAtCounter } from "#app/modules/payments/record-at-counter.server.ts";
import { askAndWrite } from "#app/platform/ask-and-write.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inTransaction } from "#app/platform/transaction.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { aMember, aPerson, type TestMember } from "../../support/people.ts";
import type { Ending, Thing } from "../../support/stripe/stripe-books.ts";
import { comes, doJobs, withoutAccount, withStripe } from "../../support/stripe/with-stripe.ts";
import { aGift, type GiftBook } from "./payments-fixtures.ts";

freshDatabase();
const stripe = withStripe();

let member: TestMember;
let gift: GiftBook;
let paymentId: number;

beforeEach(async () => {
  await ensureClub(db());
  member = await aMember();
  gift = aGift();
  paymentId = await owed();
});

let things = 0;
const owed = (changes: Partial<Parameters<typeof owePayment>[1]> = {}) =>
  owePayment(db(), {
    purpose: "gift",
    reference: ++things,
    memberId: member.memberId,
    title: { en: "Picnic blanket", zh: "野餐垫" },
    amountMinor: 4_900,
    currency: "CNY",
    dueUntil: null,
    ...changes,
  });

const open = (id = paymentId, locale: "en" | "zh-CN" = "en") =>
  openCheckout({ paymentId: id, memberId: member.memberId, locale }, [gift.payable]);
const end = (id = paymentId) => endCheckout(id, [gift.payable]);
const cancel = (id = paymentId) => inTransaction((tx) => cancelPayment(tx, id));
const jobs = () => doJobs([gift.payable]);
const poll = () => pollStripe([gift.payable], new Date(Date.now() + 10 * 60_000));
const stateOf = async (id = paymentId) => (await loadPayment(db(), id))?.state;
const attempts = (id = paymentId) =>
  db().paymentCheckout.findMany({ where: { paymentId: id }, orderBy: { attempt: "asc" } });
const attemptStates = async (id = paymentId) => (await attempts(id)).map(({ state }) => state);

async function sessionOf(id = paymentId): Promise<string> {
  const all = await attempts(id);
  return all.at(-1)?.sessionId ?? "";
}

/** Somebody opens the checkout page and goes away from it in some way. */
async function checksOut(ending: Ending = "paid", id = paymentId): Promise<Thing> {
  expect(await open(id)).toMatchObject({ ok: true });
  return stripe().books.checkOut(await sessionOf(id), ending);
}

const atCounter = async (id = paymentId) => {
  const clerk = await aPerson({ roles: ["desk"] });
  const store = await db().store.create({ data: { name: `店${++things}` } });
  return recordAtCounter(
    {
      paymentId: id,
      method: "cash",
      receiptNumber: "K-1",
      storeId: store.id,
      requestKey: randomUUID(),
      amountMinor: 4_900,
    },
    { by: clerk.id, address: "" },
    [gift.payable],
  );
};

describe("a Checkout Session", () => {
  test("asks for the sum, by name, for 31 minutes, and says whose it is", async () => {
    const opened = await open();
    const session = stripe().books.get("checkout.session", await sessionOf());
    expect(opened).toEqual({ ok: true, url: session.url });
    expect(session).toMatchObject({
      amount_total: 4_900,
      currency: "cny",
      client_reference_id: `payment-${paymentId}-1`,
      metadata: { payment: String(paymentId), purpose: "gift" },
      success_url: `http://club.marque.test/my/payments/${paymentId}?checkout=done`,
    });
    const minutes = (Number(session.expires_at) - Date.now() / 1000) / 60;
    expect(minutes).toBeGreaterThan(30);
    expect(minutes).toBeLessThanOrEqual(31);
  });

  test("is the same for the same, also for two tabs at once", async () => {
    const [one, two] = await Promise.all([open(), open()]);
    expect(one).toEqual(two);
    expect(await open()).toEqual(one);
    expect(stripe().books.all("checkout.session").length).toBeGreaterThan(0);
    expect(await attempts()).toHaveLength(1);
  });

  test("is ended at Stripe before another is opened with something else", async () => {
    await open();
    const first = await sessionOf();
    const second = await open(paymentId, "zh-CN");
    expect(second.ok).toBe(true);
    expect(stripe().books.get("checkout.session", first).status).toBe("expired");
    expect(await attemptStates()).toEqual(["expired", "open"]);
    expect(stripe().books.get("checkout.session", await sessionOf())).toMatchObject({
      client_reference_id: `payment-${paymentId}-2`,
      locale: "zh",
    });
  });

  test("is not opened for another's payment, for what is paid, cancelled, or kept no longer", async () => {
    const other = await aMember();
    const ask = { paymentId, memberId: other.memberId, locale: "en" } as const;
    expect(await openCheckout(ask, [gift.payable])).toMatchObject({ refusal: "no-such-payment" });
    const late = await owed({ dueUntil: new Date(Date.now() - 1_000) });
    expect(await open(late)).toMatchObject({ refusal: "too-late" });
    await atCounter();
    expect(await open()).toMatchObject({ refusal: "paid" });
    const gone = await owed();
    await cancel(gone);
    expect(await open(gone)).toMatchObject({ refusal: "cancelled" });
    const odd = await owed({ amountMinor: 4_905, currency: "KWD" });
    expect(await open(odd)).toMatchObject({ refusal: "counter-only" });
    expect(stripe().requests).toEqual([]);
  });

  test.each([
    ["JPY", 4_900, "jpy", 4_900],
    ["KWD", 4_900, "kwd", 4_900],
    ["ISK", 49, "isk", 4_900],
  ])("of %s is paid in its own units", async (currency, amountMinor, theirs, amount) => {
    const id = await owed({ currency, amountMinor });
    await checksOut("paid", id);
    const session = stripe().books.get("checkout.session", await sessionOf(id));
    expect(session).toMatchObject({ currency: theirs, amount_total: amount });
    expect(await end(id)).toBe("paid");
    expect(await stateOf(id)).toBe("paid");
  });

  test("whose answer was lost is found again by the same key, and is one session", async () => {
    const before = stripe().books.all("checkout.session").length;
    // The library asks once more by itself.
    stripe().failures.push({ on: /POST .*sessions$/, how: "answer-lost", times: 2 });
    expect(await open()).toEqual({ ok: false, refusal: "away" });
    expect(await attemptStates()).toEqual(["asked"]);
    expect(await cancel()).toEqual({ ok: false, refusal: "being-paid" });
    expect(await open()).toMatchObject({ ok: true });
    expect(stripe().books.all("checkout.session").length).toBe(before + 1);
    expect(await attemptStates()).toEqual(["open"]);
  });

  test("whose answer was lost, and that was paid all the same, is known by its reference", async () => {
    stripe().failures.push({ on: /POST .*sessions$/, how: "answer-lost", times: 2 });
    await open();
    const [session] = stripe().books.all("checkout.session");
    stripe().books.checkOut(String(session?.id), "paid");
    await comes(stripe(), ...stripe().held);
    await jobs();
    expect(await stateOf()).toBe("paid");
  });

  test("that Stripe no longer knows is over, and what is owed can be paid otherwise", async () => {
    await open();
    stripe().books.forget(await sessionOf());
    expect(await end()).toBe("ended");
    expect(await attemptStates()).toEqual(["failed"]);
    expect(await open()).toMatchObject({ ok: true });
  });

  test("of a club without an account is none", async () => {
    await withoutAccount(async () => {
      expect(await open()).toMatchObject({ refusal: "not-online" });
      expect(await pollStripe([gift.payable])).toBe(0);
    });
  });
});

describe("what Stripe tells", () => {
  test("pays once, with a receipt, a letter and a line in the log", async () => {
    await checksOut();
    await comes(stripe(), ...stripe().held);
    await jobs();
    expect(await loadPayment(db(), paymentId)).toMatchObject({
      state: "paid",
      method: "stripe",
      receipt: expect.stringMatching(/-000001$/),
      recordedBy: null,
    });
    expect(gift.paid).toHaveLength(1);
    expect(await db().mail.count({ where: { template: "payment-receipt" } })).toBe(1);
    const line = await db().auditEntry.findFirstOrThrow({
      where: { action: "payment.paid-online" },
    });
    expect(line).toMatchObject({ personId: null, detail: { sum: "¥49.00" } });
  });

  test("the same hundred times at once is one event, one job and one payment", async () => {
    await checksOut();
    const [event] = stripe().held;
    const { body, signature } = stripe().signed(event as Thing);
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => receiveStripeEvent(body, signature)),
    );
    expect(answers.every(Boolean)).toBe(true);
    expect(await db().stripeEvent.count()).toBe(1);
    expect(await jobs()).toBe(1);
    expect(gift.paid).toHaveLength(1);
  });

  test("is refused under a wrong signature, an old one, or none, and kept nowhere", async () => {
    await checksOut();
    const event = stripe().held[0] as Thing;
    const right = stripe().signed(event);
    const old = stripe().signed(event, { at: Date.now() - 301_000 });
    const wrong = stripe().signed(event, { secret: "whsec_ofAnother" });
    expect(await receiveStripeEvent(right.body, wrong.signature)).toBe(false);
    expect(await receiveStripeEvent(`${right.body} `, right.signature)).toBe(false);
    expect(await receiveStripeEvent(old.body, old.signature)).toBe(false);
    expect(await receiveStripeEvent(right.body, "")).toBe(false);
    expect(await receiveStripeEvent(right.body, "t=1,v1=x")).toBe(false);
    expect(await db().stripeEvent.count()).toBe(0);
  });

  test("of an unknown kind or version is kept, and changes nothing", async () => {
    const event = { ...(await anEvent()), type: "customer.created", api_version: "2019-01-01" };
    await comes(stripe(), event as Thing);
    expect(await db().stripeEvent.findFirst()).toMatchObject({ type: "customer.created" });
    expect(await jobs()).toBe(0);
  });

  test("of a session of somebody else's changes nothing", async () => {
    await checksOut();
    await db().paymentCheckout.updateMany({ data: { sessionId: "cs_another" } });
    await comes(stripe(), ...stripe().held);
    await jobs();
    expect(await stateOf()).toBe("open");
  });

  test("complete is not paid: what takes days goes on when the money is there", async () => {
    const session = await checksOut("delayed");
    await comes(stripe(), ...stripe().held.splice(0));
    await jobs();
    expect(await attemptStates()).toEqual(["processing"]);
    expect(await stateOf()).toBe("open");
    expect(gift.paid).toEqual([]);
    expect(await open()).toMatchObject({ refusal: "processing" });
    expect(await end()).toBe("processing");
    expect(await cancel()).toEqual({ ok: false, refusal: "being-paid" });
    stripe().books.settleDelayed(session.id, true);
    await comes(stripe(), ...stripe().held);
    await jobs();
    expect(await stateOf()).toBe("paid");
    expect(gift.paid).toHaveLength(1);
  });

  test("what takes days and fails leaves it owed, and free to be cancelled", async () => {
    const session = await checksOut("delayed");
    stripe().books.settleDelayed(session.id, false);
    await comes(stripe(), ...stripe().held);
    await jobs();
    expect(await attemptStates()).toEqual(["failed"]);
    expect(await stateOf()).toBe("open");
    expect(await cancel()).toEqual({ ok: true });
  });

  test("a card that is declined leaves the session open", async () => {
    await checksOut("declined");
    expect(stripe().held).toEqual([]);
    expect(await open()).toMatchObject({ ok: true });
    expect(await attempts()).toHaveLength(1);
  });

  async function anEvent(): Promise<Thing> {
    await checksOut();
    return stripe().held[0] as Thing;
  }
});

describe("a webhook that was lost", () => {
  test("is made up for: what was paid is asked after", async () => {
    await checksOut();
    expect(await poll()).toBe(1);
    expect(await stateOf()).toBe("paid");
    expect(await poll()).toBe(0);
  });

  test("so is a session that ran out, and frees what was kept", async () => {
    await open();
    stripe().ahead = 32 * 60_000;
    await poll();
    expect(await attemptStates()).toEqual(["expired"]);
    expect(await cancel()).toEqual({ ok: true });
  });

  test("so is one that Stripe was asked for, and nobody heard the answer", async () => {
    stripe().failures.push({ on: /POST .*sessions$/, how: "answer-lost", times: 2 });
    await open();
    const [session] = stripe().books.all("checkout.session");
    stripe().books.checkOut(String(session?.id), "paid");
    await poll();
    expect(await stateOf()).toBe("paid");
  });

  test("waits while Stripe is away, and comes after", async () => {
    await checksOut();
    stripe().failures.push({ on: /./, how: "refused", times: 2 });
    expect(await poll()).toBe(0);
    expect(await stateOf()).toBe("open");
    expect(await poll()).toBe(1);
    expect(await stateOf()).toBe("paid");
  });
});

describe("cancelling what is being paid", () => {
  test("ends the session there first", async () => {
    await open();
    expect(await cancel()).toEqual({ ok: false, refusal: "being-paid" });
    expect(await end()).toBe("ended");
    expect(await cancel()).toEqual({ ok: true });
    expect(stripe().books.get("checkout.session", await sessionOf()).status).toBe("expired");
  });

  test("comes too late where the member was faster", async () => {
    await checksOut();
    expect(await end()).toBe("paid");
    expect(await cancel()).toEqual({ ok: false, refusal: "paid" });
    expect(gift.paid).toHaveLength(1);
  });

  test("waits while Stripe does not answer", async () => {
    await open();
    stripe().failures.push({ on: /./, how: "refused", times: 2 });
    expect(await end()).toBe("away");
    expect(await cancel()).toEqual({ ok: false, refusal: "being-paid" });
  });
});

describe("while Stripe is away", () => {
  test("the page is told, and the counter takes the money", async () => {
    stripe().failures.push({ on: /./, how: "broken", times: 2 });
    expect(await open()).toEqual({ ok: false, refusal: "away" });
    expect(await atCounter()).toMatchObject({ ok: true });
    expect(await stateOf()).toBe("paid");
    await poll();
    expect(await stateOf()).toBe("paid");
  });
});

describe("money that comes for nothing", () => {
  test("because the counter was faster goes back, once, and its owner is told", async () => {
    await open();
    await atCounter();
    stripe().books.checkOut(await sessionOf(), "paid");
    const events = stripe().held.splice(0);
    await comes(stripe(), ...events);
    await jobs();
    await comes(stripe(), ...stripe().held);
    await jobs();
    expect(gift.paid).toHaveLength(1);
    expect(await attempts()).toMatchObject([{ state: "returned", returnState: "succeeded" }]);
    expect(
      stripe()
        .books.all("refund")
        .filter(({ payment_intent: of }) => of === intent()),
    ).toMatchObject([{ amount: 4_900, status: "succeeded" }]);
    const letter = await db().mail.findFirstOrThrow({ where: { template: "payment-returned" } });
    expect(letter.props).toMatchObject({ why: "paid-already" });
    expect(await loadPayment(db(), paymentId)).toMatchObject({ method: "cash", refunds: [] });
  });

  const intent = () => stripe().books.all("payment_intent")[0]?.id;

  test("because it was cancelled goes back, or is honoured where it can still be had", async () => {
    for (const stillThere of [false, true]) {
      gift.stillThere = stillThere;
      const id = await owed();
      await open(id);
      // As when an account is closed in the same moment: nobody asks Stripe first.
      await db().payment.update({
        where: { id },
        data: { state: "cancelled", cancelledAt: new Date() },
      });
      stripe().books.checkOut(await sessionOf(id), "paid");
      await comes(stripe(), ...stripe().held.splice(0));
      await jobs();
      expect(await stateOf(id)).toBe(stillThere ? "paid" : "cancelled");
      expect(await attemptStates(id)).toEqual([stillThere ? "paid" : "returned"]);
    }
    expect(gift.paid).toHaveLength(1);
    expect(gift.late).toBe(2);
  });

  test.each(["failed", "canceled"] as const)(
    "and does not go back (%s) is a task for finance, until somebody has looked after it",
    async (status) => {
      stripe().books.refundsWait = true;
      await open();
      await atCounter();
      stripe().books.checkOut(await sessionOf(), "paid");
      await comes(stripe(), ...stripe().held.splice(0));
      await jobs();
      const sent = stripe()
        .books.all("refund")
        .find(({ payment_intent: of }) => of === intent());
      stripe().books.settleRefund(sent?.id ?? "", status);
      await comes(stripe(), ...stripe().held.splice(0));
      await jobs();
      const tasks = await listPaymentTasks(db(), 10);
      expect(tasks).toMatchObject([{ kind: "return-failed", paymentId, amountMinor: 4_900 }]);
      const answer = { kind: "return-failed", id: tasks[0]?.id ?? 0 } as const;
      expect(await answerPaymentTask(answer, { by: member.id, address: "" })).toBe(true);
      expect(await listPaymentTasks(db(), 10)).toEqual([]);
      stripe().books.refundsWait = false;
    },
  );

  test("goes back also where Stripe was away at first, and is asked for once", async () => {
    await open();
    await atCounter();
    stripe().books.checkOut(await sessionOf(), "paid");
    await comes(stripe(), ...stripe().held.splice(0));
    stripe().failures.push({ on: /POST .*refunds/, how: "answer-lost", times: 2 });
    await expect(jobs()).rejects.toThrow();
    await poll();
    expect(await attempts()).toMatchObject([{ returnState: "succeeded" }]);
    expect(
      stripe()
        .books.all("refund")
        .filter(({ payment_intent: of }) => of === intent()),
    ).toHaveLength(1);
  });
});

test("whatever comes in between, also what breaks half-way, is settled as Stripe has it", async () => {
  await checksOut();
  gift.failing = true;
  await comes(stripe(), ...stripe().held);
  await expect(jobs()).rejects.toThrow("cannot go on");
  expect(await stateOf()).toBe("open");
  expect(await attemptStates()).toEqual(["open"]);
  gift.failing = false;
  await jobs();
  expect(await stateOf()).toBe("paid");
});

describe("Stripe that is slow", () => {
  test("is not written over something newer by whoever asked before", async () => {
    await open();
    const sessionId = await sessionOf();
    const { id } = await db().paymentCheckout.findFirstOrThrow({ where: { sessionId } });
    // Asked while it was open, and answered after it was paid and written down.
    let answer = () => {};
    const late = new Promise<void>((resolve) => {
      answer = resolve;
    });
    let asked = 0;
    const slow = askAndWrite(
      await askedCheckout(id),
      async () => {
        const { status } = stripe().books.get("checkout.session", sessionId);
        asked += 1;
        if (asked === 1) await late;
        return String(status);
      },
      async (_tx, status) => status,
    );
    stripe().books.checkOut(sessionId, "paid");
    await comes(stripe(), ...stripe().held);
    await jobs();
    expect(await stateOf()).toBe("paid");
    answer();
    expect(await slow).toBe("complete");
    expect(asked).toBe(2);
  });

  test("keeps no connection from pages that have nothing to do with it", async () => {
    const ids = [];
    for (let n = 0; n < 14; n++) {
      const id = await owed();
      await open(id);
      ids.push(id);
    }
    stripe().failures.push({ on: /GET/, how: "slow", times: 14, ms: 2_000 });
    let settled = 0;
    const look = async (id: number) => {
      await lookAtCheckout(id, [gift.payable]);
      settled += 1;
    };
    const slow = Promise.all(ids.map(look));
    await sleep(300);
    await db().payment.count();
    expect(settled).toBe(0);
    await slow;
    expect(settled).toBe(ids.length);
  });
});
