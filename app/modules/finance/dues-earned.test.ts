import fc from "fast-check";
import { expect, test } from "vitest";
import { earnedByMonth, type PaidYear } from "./dues-earned.ts";
import { monthAfter } from "./months.ts";

const year = (changes: Partial<PaidYear> = {}): PaidYear => ({
  amountMinor: 58_800,
  from: "2026-03",
  refunds: [],
  ...changes,
});
const total = (earned: Map<string, number>) => [...earned.values()].reduce((a, b) => a + b, 0);

test("a year is earned a twelfth a month, from the month in which it begins", () => {
  const earned = earnedByMonth(year());
  expect([...earned.keys()].at(0)).toBe("2026-03");
  expect([...earned.keys()].at(-1)).toBe("2027-02");
  expect(new Set(earned.values())).toEqual(new Set([4_900]));
});

test.each([
  ["what cannot be halved into twelve still adds up", 100],
  ["less than a unit a month", 5],
  ["one", 1],
])("%s", (_case, amountMinor) => {
  const earned = earnedByMonth(year({ amountMinor }));
  expect(total(earned)).toBe(amountMinor);
  expect(Math.max(...earned.values())).toBeLessThanOrEqual(Math.ceil(amountMinor / 12));
});

test("what went back in the middle comes off what is left", () => {
  const earned = earnedByMonth(year({ refunds: [{ month: "2026-09", amountMinor: 14_700 }] }));
  // Six months at 4,900; 29,400 − 14,700 over the six that are left.
  expect(earned.get("2026-08")).toBe(4_900);
  expect(earned.get("2026-09")).toBe(2_450);
  expect(total(earned)).toBe(44_100);
});

test("the whole back takes off what was earned, in the month in which it went back", () => {
  const whole = (month: string) =>
    earnedByMonth(year({ refunds: [{ month, amountMinor: 58_800 }] }));
  expect(whole("2026-03")).toEqual(new Map());
  expect(whole("2026-05")).toEqual(
    new Map([
      ["2026-03", 4_900],
      ["2026-04", 4_900],
      ["2026-05", -9_800],
    ]),
  );
  expect(whole("2027-08").get("2027-08")).toBe(-58_800);
});

test("whatever goes back whenever, what is earned is what stays, and no month earns more than it did before", () => {
  const refund = fc.record({
    at: fc.integer({ min: -2, max: 20 }),
    percent: fc.integer({ min: 1, max: 50 }),
  });
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.array(refund, { maxLength: 2 }), (amountMinor, refunds) => {
      const paid = year({
        amountMinor,
        refunds: refunds.map(({ at, percent }) => ({
          month: monthAfter("2026-03", at),
          amountMinor: Math.floor((amountMinor * percent) / 100),
        })),
      });
      const earned = earnedByMonth(paid);
      const back = paid.refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
      expect(total(earned)).toBe(amountMinor - back);
      expect(Math.max(0, ...earned.values())).toBeLessThanOrEqual(Math.ceil(amountMinor / 12));
    }),
  );
});
