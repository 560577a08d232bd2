import type Stripe from "stripe";
import { expect, test } from "vitest";
import { readTransaction } from "./balance-transaction.ts";

const charge = { id: "ch_1", object: "charge", amount: 4_900, currency: "cny" };
const told = (changes: Record<string, unknown> = {}) =>
  ({
    id: "txn_1",
    amount: 4_900,
    available_on: 1_764_547_200,
    created: 1_764_374_400,
    currency: "cny",
    description: "Lin Wan <lin@marque.test>",
    exchange_rate: null,
    fee: 167,
    fee_details: [{ amount: 167, currency: "cny", type: "stripe_fee", description: "of Lin Wan" }],
    net: 4_733,
    reporting_category: "charge",
    source: { ...charge, payment_intent: "pi_1", billing_details: { name: "Lin Wan" } },
    status: "pending",
    type: "charge",
    ...changes,
  }) as unknown as Stripe.BalanceTransaction;

test("a charge is known by its payment intent, and says nothing of who paid", () => {
  const kept = readTransaction(told());
  expect(kept).toMatchObject({
    what: "payment",
    subject: "pi_1",
    currency: "CNY",
    subjectAmount: 4_900,
    createdAt: new Date("2025-11-29T00:00:00Z"),
  });
  expect(JSON.stringify(kept)).not.toMatch(/Lin Wan|lin@/);
});

test.each([
  ["a charge without an intent", { source: charge }, "payment", "ch_1"],
  [
    "an intent as an object",
    { source: { ...charge, payment_intent: { id: "pi_2" } } },
    "payment",
    "pi_2",
  ],
  ["a source that is only named", { source: "ch_9" }, "payment", "ch_9"],
  ["a refund", { reporting_category: "refund", source: { id: "re_1" } }, "refund", "re_1"],
  [
    "one that failed",
    { reporting_category: "refund_failure", source: { id: "re_1" } },
    "refund",
    "re_1",
  ],
  ["a dispute", { reporting_category: "dispute", source: { id: "dp_1" } }, "dispute", "dp_1"],
  ["a payout", { reporting_category: "payout", source: { id: "po_1" } }, "payout", "po_1"],
  ["a fee by itself", { reporting_category: "fee", source: null }, "fee", "txn_1"],
  ["a kind of tomorrow", { reporting_category: "climate_order" }, "other", "txn_1"],
] as const)("%s", (_case, changes, what, subject) => {
  expect(readTransaction(told(changes))).toMatchObject({ what, subject });
});

test("what was paid in another currency than the balance's is what was paid", () => {
  const source = { ...charge, amount: 5_000, currency: "jpy", payment_intent: "pi_1" };
  const changed = { exchange_rate: 0.047, amount: 235, net: 227, fee: 8, source };
  expect(readTransaction(told(changed))).toMatchObject({
    currency: "CNY",
    amount: 235,
    subjectAmount: 5_000,
    subjectCurrency: "JPY",
  });
  const back = { ...changed, amount: -235, reporting_category: "refund" };
  expect(readTransaction(told(back)).subjectAmount).toBe(-5_000);
});

test("only a payout that Stripe made by itself says so", () => {
  const payout = { reporting_category: "payout", source: { id: "po_1", automatic: true } };
  expect(readTransaction(told(payout)).automatic).toBe(true);
  expect(readTransaction(told()).automatic).toBe(false);
});
