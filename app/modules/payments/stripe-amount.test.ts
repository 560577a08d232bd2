import { expect, test } from "vitest";
import { fromStripeAmount, toStripeAmount } from "./stripe-amount.ts";

test.each([
  [4_900, "CNY", 4_900],
  [4_900, "JPY", 4_900],
  [4_900, "KWD", 4_900],
  // No decimals by ISO 4217, two at Stripe.
  [49, "UGX", 4_900],
  [49, "ISK", 4_900],
])("%i %s are %i at Stripe, and back", (minor, currency, amount) => {
  expect(toStripeAmount(minor, currency)).toBe(amount);
  expect(fromStripeAmount(amount, currency)).toBe(minor);
});

test("what Stripe rounds it is not asked for: KWD 4.905", () => {
  expect(toStripeAmount(4_905, "KWD")).toBeNull();
});
