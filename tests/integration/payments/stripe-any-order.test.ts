import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { cancelPayment } from "#app/modules/payments/cancel-payment.server.ts";
import { endCheckout } from "#app/modules/payments/end-checkout.server.ts";
import { openCheckout } from "#app/modules/payments/open-checkout.server.ts";
import { owePayment } from "#app/modules/payments/owe-payment.server.ts";
import { pollStripe } from "#app/modules/payments/poll-stripe.server.ts";
import { recordAtCounter } from "#app/modules/payments/record-at-counter.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inTransaction } from "#app/platform/transaction.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aMember, aPerson, type TestMember, type TestPerson } from "../../support/people.ts";
import type { Thing } from "../../support/stripe/stripe-books.ts";
import { comes, doJobs, withStripe } from "../../support/stripe/with-stripe.ts";
import { sized } from "../../support/test-size.ts";
import { closes, differences, theDay } from "../reconciliation/reconciliation-fixtures.ts";
import { aGift } from "./payments-fixtures.ts";

testDatabase();
const stripe = withStripe();

const AMOUNT = 4_900;
const gift = aGift();
const payables = [gift.payable];
let member: TestMember;
let clerk: TestPerson;
let storeId: number;
let things = 0;

beforeAll(async () => {
  await ensureClub(db());
  member = await aMember();
  clerk = await aPerson({ roles: ["desk"] });
  storeId = (await db().store.create({ data: { name: "湖畔店" } })).id;
});

/** What people and banks may do, and webhooks: which of those that wait comes next, and whether it stays to come again. */
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant("open" as const), zh: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant("pay" as const),
      delayed: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("settle" as const), good: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("counter" as const), asks: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("cancel" as const) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("wait" as const) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant("webhook" as const),
      which: fc.nat(20),
      fate: fc.constantFrom("once", "again", "lost"),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("outage" as const), times: fc.nat(3) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

test("in any order, with repeats and losses, the end is what Stripe's own books say", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const from = gift.paid.length;
      stripe().held.length = 0;
      stripe().failures.length = 0;
      const reference = ++things;
      const paymentId = await owePayment(db(), {
        purpose: "gift",
        reference,
        memberId: member.memberId,
        title: { en: "Picnic blanket", zh: "野餐垫" },
        amountMinor: AMOUNT,
        currency: "CNY",
        dueUntil: null,
      });
      for (const each of steps) await doStep(each, paymentId);
      await settleAll();
      await agree(paymentId);
      expect(gift.paid.slice(from).length).toBeLessThanOrEqual(1);
    }),
    { numRuns: sized({ quick: 12, full: 40 }) },
  );
  // So says whoever reconciles the day.
  await closes(theDay());
  expect(await differences()).toEqual([]);
}, 300_000);

async function doStep(each: Step, paymentId: number): Promise<void> {
  const sessions = async () =>
    (await db().paymentCheckout.findMany({ where: { paymentId } })).flatMap(({ sessionId }) =>
      sessionId ? [stripe().books.get("checkout.session", sessionId)] : [],
    );
  switch (each.act) {
    case "open":
      await openCheckout(
        { paymentId, memberId: member.memberId, locale: each.zh ? "zh-CN" : "en" },
        payables,
      );
      return;
    case "pay": {
      const open = (await sessions()).find(({ status }) => status === "open");
      if (open) stripe().books.checkOut(open.id, each.delayed ? "delayed" : "paid");
      return;
    }
    case "settle": {
      const waiting = (await sessions()).find(
        (session) =>
          session.status === "complete" &&
          stripe().books.get("payment_intent", String(session.payment_intent)).status ===
            "processing",
      );
      if (waiting) stripe().books.settleDelayed(waiting.id, each.good);
      return;
    }
    case "counter":
      // Where Stripe is away the desk takes the money all the same.
      if (each.asks) await endCheckout(paymentId, payables);
      await recordAtCounter(
        {
          paymentId,
          method: "cash",
          receiptNumber: "K-1",
          storeId,
          requestKey: randomUUID(),
          amountMinor: AMOUNT,
        },
        { by: clerk.id, address: "" },
        payables,
      );
      return;
    case "cancel":
      await endCheckout(paymentId, payables);
      await inTransaction((tx) => cancelPayment(tx, paymentId));
      return;
    case "wait":
      // Over an hour: whatever is open runs out.
      stripe().ahead += 3_600_000;
      for (const session of await sessions()) stripe().books.get("checkout.session", session.id);
      stripe().ahead = 0;
      return;
    case "webhook": {
      const { held } = stripe();
      const event = held[each.which % Math.max(held.length, 1)];
      if (!event) return;
      if (each.fate !== "again") held.splice(held.indexOf(event), 1);
      if (each.fate === "lost") return;
      await comes(stripe(), event);
      await doJobs(payables).catch(() => {});
      return;
    }
    case "outage":
      if (each.times > 0) stripe().failures.push({ on: /./, how: "refused", times: each.times });
  }
}

/** Stripe is there again, the poll has its turns, and banks have said what they had to say. */
async function settleAll(): Promise<void> {
  stripe().failures.length = 0;
  for (const intent of stripe().books.all("payment_intent")) {
    if (intent.status !== "processing") continue;
    const session = stripe()
      .books.all("checkout.session")
      .find(({ payment_intent: of }) => of === intent.id);
    if (session) stripe().books.settleDelayed(session.id, true);
  }
  for (const later of [10, 20, 30]) {
    await doJobs(payables);
    await pollStripe(payables, new Date(Date.now() + later * 60_000));
  }
}

async function agree(paymentId: number): Promise<void> {
  const payment = await db().payment.findUniqueOrThrow({ where: { id: paymentId } });
  const attempts = await db().paymentCheckout.findMany({ where: { paymentId } });
  const intents = stripe()
    .books.all("payment_intent")
    .filter(
      ({ metadata, status }) =>
        status === "succeeded" && (metadata as { payment?: string }).payment === String(paymentId),
    );
  const back = stripe()
    .books.all("refund")
    .filter(({ payment_intent: of }) => intents.some(({ id }) => id === of));
  const sum = (all: Thing[]) => all.reduce((total, { amount }) => total + Number(amount), 0);
  const kept = sum(intents) - sum(back);
  // Stripe holds what was paid by it and nothing else; what came beside it went back whole, and once.
  expect(kept).toBe(payment.state === "paid" && payment.method === "stripe" ? AMOUNT : 0);
  expect(back).toHaveLength(attempts.filter(({ state }) => state === "returned").length);
  expect(attempts.filter(({ state }) => state === "paid")).toHaveLength(
    payment.method === "stripe" ? 1 : 0,
  );
  for (const { sessionId, state } of attempts) {
    if (!sessionId) continue;
    const session = stripe().books.get("checkout.session", sessionId);
    const paid = session.payment_status === "paid";
    expect(paid ? ["paid", "returned"] : ["open", "expired", "failed"]).toContain(state);
    expect(state === "open").toBe(session.status === "open");
  }
}
