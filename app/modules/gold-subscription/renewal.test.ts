import { expect, test } from "vitest";
import { renewalPrice, renewalStateOf } from "./renewal.ts";

const now = new Date("2027-11-01T00:00:00Z");
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
const cny = (amountMinor: number) => ({ amountMinor, currency: "CNY" });

test.each([
  ["is what it was", cny(58_800), 30, 58_800],
  ["is the new price, told in time", cny(68_800), 30, 68_800],
  ["is the new price on the last day on which it can be told", cny(68_800), 14, 68_800],
  ["is the old price where it is too late to tell", cny(68_800), 13.99, 58_800],
  [
    "is the old price where the club has another currency now",
    { ...cny(9_900), currency: "EUR" },
    30,
    58_800,
  ],
  ["is nothing where gold is not sold any more", cny(0), 30, "ends"],
  ["is charged once more where it is too late to tell that it ends", cny(0), 3, 58_800],
])("a renewal %s", (_case, dues, days, price) => {
  expect(renewalPrice(cny(58_800), dues, inDays(days), now)).toBe(price);
});

const running = { status: "active", cancelAtPeriodEnd: false, cancelAt: null, endAskedAt: null };
test.each([
  ["renews", "as long as nobody has said otherwise", running],
  ["renews", "while its last charge has failed", { ...running, status: "past_due" }],
  ["ends", "with its period", { ...running, cancelAtPeriodEnd: true }],
  ["ends", "on a day that somebody has said", { ...running, cancelAt: inDays(40) }],
  ["ending", "once the club has asked for it", { ...running, endAskedAt: now }],
  ["ending", "for a day after that", { ...running, endAskedAt: inDays(-0.99) }],
  ["renews", "where Stripe has not done it in a day", { ...running, endAskedAt: inDays(-1) }],
  ["over", "once Stripe says so", { ...running, status: "canceled", endAskedAt: inDays(-1) }],
])("a subscription %s %s", (state, _when, subscription) => {
  expect(renewalStateOf(subscription, now)).toBe(state);
});
