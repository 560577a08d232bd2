import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { payables } from "#app/features.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { OVER } from "#app/modules/gold-subscription/subscription.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aMember, type TestMember } from "../../support/people.ts";
import { itemOf } from "../../support/stripe/billing-invoices.ts";
import { StripeRefusal } from "../../support/stripe/stripe-books.ts";
import { comes, doJobs, withStripe } from "../../support/stripe/with-stripe.ts";
import { sized } from "../../support/test-size.ts";
import { subscriber } from "./subscription-fixtures.ts";

testDatabase();
const stripe = withStripe();

let member: TestMember;
const ada = subscriber(stripe, () => member);

beforeAll(() => ensureClub(db()));

const act = <const Name extends string, Rest extends object>(
  weight: number,
  name: Name,
  rest: { [Key in keyof Rest]: fc.Arbitrary<Rest[Key]> },
) => ({
  weight,
  arbitrary: fc.record(rest).map((each) => ({ ...(each as Rest), act: name })),
});

/** What members, banks, clocks and webhooks may do: which of those that wait comes next, and whether it comes again. */
const step = fc.oneof(
  act(3, "open", { zh: fc.boolean() }),
  act(4, "pay", { delayed: fc.boolean() }),
  act(2, "invoice", { good: fc.boolean() }),
  act(3, "time", { days: fc.constantFrom(1, 5, 40, 366) }),
  act(2, "card", { good: fc.boolean() }),
  act(2, "cancel", { how: fc.constantFrom("end", "keep", "now") }),
  act(1, "elsewhere", {}),
  act(6, "webhook", { which: fc.nat(20), fate: fc.constantFrom("once", "again", "lost") }),
  act(2, "outage", { times: fc.integer({ min: 1, max: 3 }) }),
  act(1, "poll", {}),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

test("in any order, with repeats and losses, the end is what Stripe's own books say", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16 }), async (steps) => {
      stripe().reset();
      member = await aMember();
      for (const each of steps) await doStep(each);
      stripe().failures.length = 0;
      for (let turn = 0; turn < 3; turn++) {
        await doJobs(payables);
        await ada.poll(3_000 * (turn + 1));
      }
      await agree();
    }),
    { numRuns: sized({ quick: 6, full: 15 }) },
  );
}, 300_000);

async function doStep(each: Step): Promise<void> {
  try {
    await doOne(each);
  } catch (error) {
    // Stripe refuses what is not to be had any more: somebody was faster.
    if (!(error instanceof StripeRefusal)) throw error;
  }
}

async function doOne(each: Step): Promise<void> {
  const { billing, held, failures } = stripe();
  const living = ada.mine("subscription").find(({ status }) => !OVER.includes(String(status)));
  switch (each.act) {
    case "open":
      await ada.open(each.zh ? "zh-CN" : "en");
      return;
    case "pay": {
      const open = ada.mine("checkout.session").find(({ status }) => status === "open");
      if (open) billing.checkOut(open.id, each.delayed ? "delayed" : "paid");
      return;
    }
    case "invoice": {
      const open = ada.mine("invoice").find(({ status }) => status === "open");
      if (open) billing.pay(open.id, each.good ? "good" : "declined");
      return;
    }
    case "time":
      return ada.passes(each.days);
    case "card":
      if (living) billing.setCard(String(living.customer), each.good ? "good" : "declined");
      return;
    case "cancel":
      if (!living) return;
      if (each.how === "now") billing.cancelSubscription(living.id);
      else billing.updateSubscription(living.id, { cancel_at_period_end: each.how === "end" });
      return;
    case "elsewhere":
      if (living) billing.subscribeElsewhere(String(living.customer), living);
      return;
    case "webhook": {
      const event = held[each.which % Math.max(held.length, 1)];
      if (!event) return;
      if (each.fate !== "again") held.splice(held.indexOf(event), 1);
      if (each.fate === "lost") return;
      await comes(stripe(), event);
      await doJobs(payables).catch(() => {});
      return;
    }
    case "outage":
      failures.push({ on: /./, how: "refused", times: each.times });
      return;
    case "poll":
      await ada.poll();
  }
}

async function agree(): Promise<void> {
  const rows = await ada.rows();
  const subscriptions = ada.mine("subscription");
  expect(
    rows.map(({ id, status, cancelAtPeriodEnd, periodEnd }) => [
      id,
      status,
      cancelAtPeriodEnd,
      periodEnd.getTime() / 1000,
    ]),
  ).toEqual(
    expect.arrayContaining(
      subscriptions.map((each) => [
        each.id,
        each.status,
        each.cancel_at_period_end,
        itemOf(each).current_period_end,
      ]),
    ),
  );
  const living = rows.filter(({ status }) => !OVER.includes(status));
  expect(living.filter(({ second }) => !second)).toHaveLength(Math.min(living.length, 1));
  // One payment, one receipt and one year for each invoice that was paid, and for nothing else.
  const paid = ada.mine("invoice").filter(({ status, total }) => status === "paid" && total !== 0);
  const payments = await ada.payments();
  expect(payments.map(({ reference }) => reference).sort()).toEqual(
    paid.map(({ id }) => id).sort(),
  );
  expect(payments.every(({ state, method }) => state === "paid" && method === "stripe")).toBe(true);
  expect((await ada.years()).map(({ paymentId }) => paymentId).sort()).toEqual(
    payments.map(({ id }) => id).sort(),
  );
  // Nobody is charged for what they have ended.
  const unpaid = subscriptions.filter(
    ({ status, cancel_at_period_end: end }) => end && status === "past_due",
  );
  expect(unpaid).toEqual([]);
  for (const { state, sessionId } of await ada.attempts()) {
    const session = ada.mine("checkout.session").find(({ id }) => id === sessionId);
    expect(state === "failed" ? "expired" : state).toBe(session?.status ?? "expired");
  }
}
