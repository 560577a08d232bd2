import { describe, expect, test } from "vitest";
import { defaultClubRules } from "#app/modules/rulebook/club-rules.ts";
import { unchangedRuleBook } from "#app/modules/rulebook/rule-book.ts";
import type { GoldPeriod } from "#app/modules/standing/tier.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { goldYearBought } from "./gold-year.ts";

const shanghai = clubTime("Asia/Shanghai");

function bought(
  at: Date,
  { periods = [] as GoldPeriod[], book = unchangedRuleBook, time = shanghai } = {},
) {
  const { from, until } = goldYearBought(at, periods, book, time);
  return { from, lastDay: time.dayOf(new Date(until.getTime() - 1)), until };
}

const gold = (through: string, change: Partial<GoldPeriod> = {}): GoldPeriod => ({
  from: shanghai.startOfDay("2025-12-01"),
  until: shanghai.endOfDay(through),
  source: "points",
  ...change,
});

describe("a year paid for by somebody who is silver", () => {
  test.each([
    ["mid-month", "2026-11-21", "2027-11-30"],
    ["on the first of a month", "2026-11-01", "2027-11-30"],
    ["on the 31st", "2026-01-31", "2027-01-31"],
    ["on the 31st, before a shorter month", "2026-08-31", "2027-08-31"],
    ["on 29 February", "2028-02-29", "2029-02-28"],
    ["on 28 February before a leap year", "2027-02-28", "2028-02-29"],
  ])("%s begins when it is paid, to the end of the month a year on", (_case, day, lastDay) => {
    const at = shanghai.instantOf(day, 15, 30, 0);
    expect(bought(at)).toMatchObject({ from: at, lastDay });
  });

  test("in the last second of a month belongs to that month", () => {
    const at = shanghai.instantOf("2026-11-30", 23, 59, 59);
    expect(bought(at).lastDay).toBe("2027-11-30");
  });

  test.each([
    ["spring, when a day has 23 hours", "2026-03-08", "2027-04-01T04:00:00.000Z"],
    ["autumn, when a day has 25 hours", "2026-11-01", "2027-12-01T05:00:00.000Z"],
  ])("where clocks change in %s ends at the club's own midnight", (_case, day, until) => {
    const time = clubTime("America/New_York");
    const year = bought(time.instantOf(day, 2, 30, 0), { time });
    expect(year.until.toISOString()).toBe(until);
  });
});

describe("a year paid for by somebody who is gold", () => {
  const at = shanghai.instantOf("2026-11-10", 12, 0, 0);

  test.each([
    ["by points", gold("2026-11-30"), "2027-11-30"],
    ["by dues", gold("2026-11-30", { source: "dues" }), "2027-11-30"],
    ["by a grant that ends mid-month", gold("2027-01-15", { source: "grant" }), "2028-01-31"],
    ["to 29 February", gold("2028-02-29", { source: "dues" }), "2029-02-28"],
  ])("%s follows on it, without a day between", (_case, period, lastDay) => {
    expect(bought(at, { periods: [period] })).toMatchObject({ from: period.until, lastDay });
  });

  test("follows on a year that is paid for and has not begun", () => {
    const next = gold("2027-11-30", { from: shanghai.endOfDay("2026-11-30"), source: "dues" });
    expect(bought(at, { periods: [next, gold("2026-11-30")] })).toMatchObject({
      from: next.until,
      lastDay: "2028-11-30",
    });
  });

  test("in grace begins at once", () => {
    expect(bought(at, { periods: [gold("2026-10-31")] })).toMatchObject({
      from: at,
      lastDay: "2027-11-30",
    });
  });

  test("in the first instant after it begins at once", () => {
    const end = shanghai.endOfDay("2026-10-31");
    expect(bought(end, { periods: [gold("2026-10-31")] })).toMatchObject({
      from: end,
      lastDay: "2027-11-30",
    });
  });

  test("without an end does not wait for it", () => {
    const endless = gold("9999-12-30", { source: "roll", endless: true });
    expect(bought(at, { periods: [endless] }).from).toEqual(at);
  });
});

test("lasts as long as the rules say that hold when it is paid", () => {
  const rules = { ...defaultClubRules, tiers: { ...defaultClubRules.tiers, goldMonths: 24 } };
  const book = [...unchangedRuleBook, { version: 2, startsAt: new Date("2027-01-01"), rules }];
  expect(bought(new Date("2026-12-31T00:00:00Z"), { book }).lastDay).toBe("2027-12-31");
  expect(bought(new Date("2027-01-01T00:00:00Z"), { book }).lastDay).toBe("2029-01-31");
});
