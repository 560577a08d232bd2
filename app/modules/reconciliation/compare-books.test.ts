import { expect, test } from "vitest";
import {
  checkFee,
  checkPayout,
  compareBooks,
  type OwnRecord,
  type ToldSum,
} from "./compare-books.ts";

const paid = (changes: Partial<OwnRecord> = {}): OwnRecord => ({
  what: "payment",
  subject: "pi_1",
  paymentId: 7,
  amountMinor: 4_900,
  currency: "CNY",
  state: "paid",
  ...changes,
});
const refund = (state: OwnRecord["state"]) => paid({ what: "refund", subject: "re_1", state });
const dispute = (state: OwnRecord["state"]) => paid({ what: "dispute", subject: "dp_1", state });
const told = (changes: Partial<ToldSum> = {}): ToldSum => ({
  what: "payment",
  subject: "pi_1",
  currency: "CNY",
  amount: 4_900,
  ...changes,
});
const back = (amount: number): ToldSum[] =>
  amount === 0 ? [] : [told({ what: "refund", subject: "re_1", amount })];
const taken = (amount: number): ToldSum[] =>
  amount === 0 ? [] : [told({ what: "dispute", subject: "dp_1", amount })];

test.each([
  ["a payment that both know", [told()], [paid()], null],
  ["a payment in two captures", [told({ amount: 4_900 })], [paid()], null],
  ["nothing at all", [], [], null],
  ["money that came and went back within Stripe", [told({ amount: 0 })], [], null],
  ["money that only Stripe knows", [told()], [], "stripe-only"],
  ["a payment that only the club knows", [], [paid()], "ours-only"],
  ["a payment whose charge failed afterwards", [told({ amount: 0 })], [paid()], "ours-only"],
  ["one unit more", [told({ amount: 4_901 })], [paid()], "sum"],
  ["the same figure in another currency", [told({ currency: "HKD" })], [paid()], "sum"],
  ["twice, once in another currency", [told(), told({ currency: "HKD" })], [paid()], "sum"],
  ["a refund that arrived", back(-4_900), [refund("succeeded")], null],
  ["one that Stripe took back", back(0), [refund("succeeded")], "ours-only"],
  ["a part of it", back(-900), [refund("succeeded")], "sum"],
  ["one on its way, which Stripe has moved", back(-4_900), [refund("pending")], null],
  ["one on its way, which Stripe has not moved", back(0), [refund("pending")], null],
  ["one that failed at both", back(0), [refund("failed")], null],
  ["one that failed with the club alone", back(-4_900), [refund("failed")], "sum"],
  ["one that was cancelled", back(0), [refund("cancelled")], null],
  ["a dispute before money moves", taken(0), [dispute("open")], null],
  ["a dispute that took the money", taken(-4_900), [dispute("open")], null],
  ["one that was lost", taken(-4_900), [dispute("lost")], null],
  ["one that was lost, and nothing moved", taken(0), [dispute("lost")], "ours-only"],
  ["one that was won", taken(0), [dispute("won")], null],
  ["one that was won, and the money is not back", taken(-4_900), [dispute("won")], "sum"],
] as [string, ToldSum[], OwnRecord[], string | null][])("%s", (_case, theirs, ours, kind) => {
  const found = compareBooks(theirs, ours);
  expect(found.map((each) => each.kind)).toEqual(kind === null ? [] : [kind]);
});

test("a thing of each side is told with both sums, in minor units", () => {
  expect(compareBooks([told({ currency: "JPY", amount: 500 })], [paid()])).toEqual([
    {
      kind: "sum",
      what: "payment",
      subject: "pi_1",
      paymentId: 7,
      ours: { minor: 4_900, currency: "CNY" },
      stripe: { minor: 500, currency: "JPY" },
    },
  ]);
});

test("a payment and a refund under one id are two things", () => {
  expect(compareBooks([told({ what: "refund" })], [paid()]).map(({ kind }) => kind)).toEqual([
    "stripe-only",
    "ours-only",
  ]);
});

const moved = (net: number, ...reasons: number[]) => ({
  id: "txn_1",
  currency: "CNY",
  amount: 1_000,
  fee: 34,
  net,
  said: { fee_details: reasons.map((amount) => ({ amount })) },
});

test.each([
  ["by one reason", moved(966, 34), null],
  ["by two", moved(966, 30, 4), null],
  ["with less left than was kept", moved(965, 34), { ours: 35, stripe: 34 }],
  ["by reasons that come to less", moved(966, 30), { ours: 34, stripe: 30 }],
  ["by none", moved(966), { ours: 34, stripe: 0 }],
])("a fee %s", (_case, movement, sums) => {
  const found = checkFee(movement);
  expect(found && { ours: found.ours?.minor, stripe: found.stripe?.minor }).toEqual(sums);
});

test("a payout is what is in it", () => {
  const payout = { id: "po_1", currency: "CNY", amount: 966 };
  expect(checkPayout({ ...payout, contents: 966 })).toBeNull();
  expect(checkPayout({ ...payout, contents: 0 })).toMatchObject({
    ours: { minor: 0 },
    stripe: { minor: 966 },
  });
});
