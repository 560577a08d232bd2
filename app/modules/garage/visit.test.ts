import { expect, test } from "vitest";
import { defaultClubRules } from "#app/modules/rulebook/club-rules.ts";
import { type NothingReason, whyNothing } from "./visit.ts";

type Order = Parameters<typeof whyNothing>[0];

const anOrder = (changes: Partial<Order> = {}): Order => ({
  state: "settled",
  kind: "maintenance",
  payer: "owner",
  paidMinor: 128_600,
  ...changes,
});

test.each<[string, Order, NothingReason]>([
  ["the insurer's accident repair", anOrder({ kind: "accident" }), "kind-earns-nothing"],
  ["a repair the manufacturer paid", anOrder({ payer: "someone-else" }), "paid-by-someone-else"],
  ["a payment the workshop left unclear", anOrder({ payer: "unknown" }), "payment-unknown"],
  ["¥9.99 is a fen short of a point", anOrder({ paidMinor: 999 }), "too-small"],
  ["a cancelled order, whatever it was", anOrder({ state: "reversed" }), "cancelled"],
  ["an order that would earn, from before joining", anOrder(), "not-awarded"],
])("%s", (_case, order, reason) => {
  expect(whyNothing(order, defaultClubRules.earning)).toBe(reason);
});
