import { describe, expect, test } from "vitest";
import { loadPayment } from "#app/modules/payments/load-payment.server.ts";
import { openCheckout } from "#app/modules/payments/open-checkout.server.ts";
import { pollStripe } from "#app/modules/payments/poll-stripe.server.ts";
import { receiveStripeEvent } from "#app/modules/payments/receive-event.server.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { aMember } from "../../support/people.ts";
import type { Thing } from "../../support/stripe/stripe-books.ts";
import { comes, withoutAccount, withStripe } from "../../support/stripe/with-stripe.ts";
import { payingOnline } from "./stripe-fixtures.ts";

freshDatabase();
const stripe = withStripe();
const {
  now,
  owed,
  open,
  attempts,
  sessionOf,
  attemptStates,
  stateOf,
  end,
  cancel,
  jobs,
  checksOut,
  atCounter,
} = payingOnline(stripe);

describe("a Checkout Session", () => {
  test("asks for the sum, by name, for 31 minutes, and says whose it is", async () => {
    const opened = await open();
    const session = stripe().books.get("checkout.session", await sessionOf());
    expect(opened).toEqual({ ok: true, url: session.url });
    expect(session).toMatchObject({
      amount_total: 4_900,
      currency: "cny",
      client_reference_id: `payment-${now.paymentId}-1`,
      metadata: { payment: String(now.paymentId), purpose: "gift" },
      success_url: `http://club.marque.test/my/payments/${now.paymentId}?checkout=done`,
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
    const second = await open(now.paymentId, "zh-CN");
    expect(second.ok).toBe(true);
    expect(stripe().books.get("checkout.session", first).status).toBe("expired");
    expect(await attemptStates()).toEqual(["expired", "open"]);
    expect(stripe().books.get("checkout.session", await sessionOf())).toMatchObject({
      client_reference_id: `payment-${now.paymentId}-2`,
      locale: "zh",
    });
  });

  test("is not opened for another's payment, for what is paid, cancelled, or kept no longer", async () => {
    const other = await aMember();
    const ask = { paymentId: now.paymentId, memberId: other.memberId, locale: "en" } as const;
    expect(await openCheckout(ask, [now.gift.payable])).toMatchObject({
      refusal: "no-such-payment",
    });
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
      expect(await pollStripe([now.gift.payable])).toBe(0);
    });
  });
});

describe("what Stripe tells", () => {
  test("pays once, with a receipt, a letter and a line in the log", async () => {
    await checksOut();
    await comes(stripe(), ...stripe().held);
    await jobs();
    expect(await loadPayment(db(), now.paymentId)).toMatchObject({
      state: "paid",
      method: "stripe",
      receipt: expect.stringMatching(/-000001$/),
      recordedBy: null,
    });
    expect(now.gift.paid).toHaveLength(1);
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
    expect(now.gift.paid).toHaveLength(1);
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
    expect(now.gift.paid).toEqual([]);
    expect(await open()).toMatchObject({ refusal: "processing" });
    expect(await end()).toBe("processing");
    expect(await cancel()).toEqual({ ok: false, refusal: "being-paid" });
    stripe().books.settleDelayed(session.id, true);
    await comes(stripe(), ...stripe().held);
    await jobs();
    expect(await stateOf()).toBe("paid");
    expect(now.gift.paid).toHaveLength(1);
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
