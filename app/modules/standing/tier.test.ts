import { describe, expect, test } from "vitest";
import { defaultClubRules } from "#app/modules/rulebook/club-rules.ts";
import { clubTime } from "#app/platform/club-time.ts";
import {
  endOfGold,
  endOfGrace,
  type GoldPeriod,
  qualifiesForGold,
  standingAt,
  statusAt,
  tierAt,
} from "./tier.ts";

const time = clubTime("Asia/Shanghai");
const rules = defaultClubRules.tiers;
const noon = (day: string) => time.instantOf(day, 12, 0, 0);
const justBefore = (instant: Date) => new Date(instant.getTime() - 1);

function aPeriod(change: Partial<GoldPeriod> = {}): GoldPeriod {
  return {
    from: time.startOfDay("2025-07-01"),
    until: time.endOfDay("2026-09-30"),
    source: "points",
    ...change,
  };
}

describe("the tier at an instant", () => {
  const graceEnds = time.endOfDay("2026-11-29");
  test.each([
    ["silver just before gold begins", justBefore(time.startOfDay("2025-07-01")), "silver"],
    ["gold from the first instant", time.startOfDay("2025-07-01"), "gold"],
    [
      "gold in the last millisecond of its last day",
      justBefore(time.endOfDay("2026-09-30")),
      "gold",
    ],
    ["gold in the first instant of grace", time.endOfDay("2026-09-30"), "gold"],
    ["gold in the last millisecond of 60 days' grace", justBefore(graceEnds), "gold"],
    ["silver after the grace", graceEnds, "silver"],
  ])("%s", (_case, at, tier) => {
    expect(tierAt(at, [aPeriod()], rules, time)).toBe(tier);
    expect(standingAt(at, [aPeriod()], rules, time).tier).toBe(tier);
  });

  test("silver without any time of gold", () => {
    expect(standingAt(noon("2026-01-01"), [], rules, time)).toEqual({ tier: "silver" });
  });

  test("a grant ends on its day, without grace", () => {
    const grant = aPeriod({ source: "grant" });
    expect(tierAt(justBefore(grant.until), [grant], rules, time)).toBe("gold");
    expect(tierAt(grant.until, [grant], rules, time)).toBe("silver");
    expect(endOfGrace(grant, rules, time)).toEqual(grant.until);
  });
});

describe("what a gold member is told", () => {
  test("in gold: the last day of it, and of the grace after it", () => {
    expect(standingAt(noon("2026-09-30"), [aPeriod()], rules, time)).toEqual({
      tier: "gold",
      phase: "gold",
      source: "points",
      goldThrough: "2026-09-30",
      keptThrough: "2026-11-29",
    });
  });

  test("in grace: that it is grace", () => {
    expect(standingAt(noon("2026-10-01"), [aPeriod()], rules, time)).toMatchObject({
      phase: "grace",
      keptThrough: "2026-11-29",
    });
  });

  test("of two times of gold, the one that lasts longer", () => {
    const dues = aPeriod({ until: time.endOfDay("2027-03-31"), source: "dues" });
    expect(standingAt(noon("2026-08-01"), [dues, aPeriod()], rules, time)).toMatchObject({
      source: "dues",
      goldThrough: "2027-03-31",
    });
  });

  test("of one that goes on where another ends, that it lasts through both", () => {
    const next = aPeriod({
      from: time.endOfDay("2026-09-30"),
      until: time.endOfDay("2027-09-30"),
      source: "dues",
    });
    const afterAGap = aPeriod({
      from: time.startOfDay("2027-10-02"),
      until: time.endOfDay("2028-10-31"),
    });
    const told = { phase: "gold", source: "dues", goldThrough: "2027-09-30" };
    for (const at of [noon("2026-09-30"), noon("2026-10-01")]) {
      expect(standingAt(at, [afterAGap, next, aPeriod()], rules, time)).toMatchObject(told);
    }
  });

  test("of one that was cut short, no grace", () => {
    const ended = aPeriod({ source: "dues", cutShort: true });
    expect(standingAt(ended.until, [ended], rules, time)).toEqual({ tier: "silver" });
  });

  test("gold rather than an older gold's grace", () => {
    const grant = aPeriod({ source: "grant", until: time.endOfDay("2026-10-31") });
    expect(standingAt(noon("2026-10-15"), [aPeriod(), grant], rules, time)).toMatchObject({
      phase: "gold",
      source: "grant",
    });
  });
});

describe("status points of the last 12 months", () => {
  const at = noon("2026-11-21");
  test.each([
    ["a point of today counts", noon("2026-11-21"), 100],
    ["a point of later today does not", new Date(noon("2026-11-21").getTime() + 1), 0],
    ["a point of the first day counts from its first instant", time.startOfDay("2025-11-22"), 100],
    [
      "a point of the day before that no longer counts",
      justBefore(time.startOfDay("2025-11-22")),
      0,
    ],
  ])("%s", (_case, countsAt, status) => {
    expect(statusAt(at, [{ points: 100, countsAt }], rules, time)).toBe(status);
  });

  test("on 29 February the year begins on 1 March", () => {
    const leapDay = noon("2024-02-29");
    expect(statusAt(leapDay, [{ points: 1, countsAt: noon("2023-03-01") }], rules, time)).toBe(1);
    expect(statusAt(leapDay, [{ points: 1, countsAt: noon("2023-02-28") }], rules, time)).toBe(0);
  });

  test("an award taken back is taken off", () => {
    const countsAt = noon("2026-05-01");
    const entries = [
      { points: 300, countsAt },
      { points: -300, countsAt },
    ];
    expect(statusAt(at, entries, rules, time)).toBe(0);
  });
});

test("2,000 points make gold, 1,999 do not", () => {
  expect([1999, 2000, 2001].map((status) => qualifiesForGold(status, rules))).toEqual([
    false,
    true,
    true,
  ]);
});

test.each([
  ["in mid month", "2026-11-21", "2027-11-30T16:00:00.000Z"],
  ["on the first of a month", "2026-11-01", "2027-11-30T16:00:00.000Z"],
  ["on the last of a month", "2026-11-30", "2027-11-30T16:00:00.000Z"],
  ["on 29 February", "2024-02-29", "2025-02-28T16:00:00.000Z"],
  ["in February before a leap year", "2027-02-10", "2028-02-29T16:00:00.000Z"],
])("gold earned %s lasts to the end of that month a year on", (_case, day, end) => {
  expect(endOfGold(noon(day), rules, time).toISOString()).toBe(end);
});
