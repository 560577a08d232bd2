import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultClubRules } from "#app/modules/rulebook/club-rules.ts";
import { type RuleBook, unchangedRuleBook } from "#app/modules/rulebook/rule-book.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { goldHistory } from "./gold-history.ts";
import { type GoldPeriod, type StatusEntry, tierAt } from "./tier.ts";

const time = clubTime("Asia/Shanghai");
const rules = defaultClubRules.tiers;
const noon = (day: string) => time.instantOf(day, 12, 0, 0);
const entry = (day: string, points: number): StatusEntry => ({ points, countsAt: noon(day) });

function history(
  entries: StatusEntry[],
  given: GoldPeriod[] = [],
  upTo = "2030-01-01",
  book: RuleBook = unchangedRuleBook,
) {
  return goldHistory(given, entries, noon(upTo), book, time).map(
    ({ from, until, source }) =>
      `${source} ${time.dayOf(from)}..${time.dayOf(new Date(until.getTime() - 1))}`,
  );
}

const roll: GoldPeriod = {
  from: time.startOfDay("2025-07-01"),
  until: time.endOfDay("2026-06-30"),
  source: "roll",
};

test.each<[string, StatusEntry[], GoldPeriod[], string[]]>([
  ["1,999 points bring nothing", [entry("2026-03-10", 1999)], [], []],
  [
    "2,000 bring gold to the end of the month 12 months on",
    [entry("2026-03-10", 2000)],
    [],
    ["points 2026-03-10..2027-03-31"],
  ],
  [
    "points a year and a day apart do not meet",
    [entry("2025-03-10", 1000), entry("2026-03-10", 1000)],
    [],
    [],
  ],
  [
    "points a day less apart do",
    [entry("2025-03-11", 1000), entry("2026-03-10", 1000)],
    [],
    ["points 2026-03-10..2027-03-31"],
  ],
  [
    "points within gold do not lengthen it",
    [entry("2026-03-10", 2000), entry("2026-04-10", 100)],
    [],
    ["points 2026-03-10..2027-03-31"],
  ],
  [
    "gold still qualified for at its end is renewed",
    [entry("2026-03-10", 2000), entry("2026-12-01", 2000)],
    [],
    ["points 2026-03-10..2027-03-31", "points 2027-04-01..2028-03-31"],
  ],
  [
    "gold no longer qualified for is not",
    [entry("2026-03-10", 2000), entry("2026-12-01", 1999)],
    [],
    ["points 2026-03-10..2027-03-31"],
  ],
  [
    "what was missing can be earned in grace",
    [entry("2026-03-10", 2000), entry("2026-12-01", 1900), entry("2027-05-30", 100)],
    [],
    ["points 2026-03-10..2027-03-31", "points 2027-05-30..2028-05-31"],
  ],
  [
    "gold from the roll is renewed like any other",
    [entry("2026-01-10", 2000)],
    [roll],
    ["roll 2025-07-01..2026-06-30", "points 2026-07-01..2027-06-30"],
  ],
  [
    "gold from the roll alone just ends",
    [entry("2026-01-10", 100)],
    [roll],
    ["roll 2025-07-01..2026-06-30"],
  ],
  [
    "an award taken back takes its gold back",
    [entry("2026-03-10", 2000), entry("2026-03-10", -2000)],
    [],
    [],
  ],
])("%s", (_case, entries, given, periods) => {
  expect(history(entries, given)).toEqual(periods);
});

test("the order that reaches gold is silver, the next instant is gold", () => {
  const periods = goldHistory(
    [],
    [entry("2026-03-10", 2000)],
    noon("2026-04-01"),
    unchangedRuleBook,
    time,
  );
  expect(tierAt(noon("2026-03-10"), periods, rules, time)).toBe("silver");
  expect(tierAt(new Date(noon("2026-03-10").getTime() + 1), periods, rules, time)).toBe("gold");
});

test("an end that has not come renews nothing yet", () => {
  const entries = [entry("2026-01-10", 2000)];
  expect(history(entries, [roll], "2026-06-30")).toEqual(["roll 2025-07-01..2026-06-30"]);
});

test("the history does not depend on the order in which the orders arrived", () => {
  const days = ["2025-01-05", "2025-06-30", "2025-12-31", "2026-02-28", "2026-07-01", "2027-01-01"];
  const entries = fc.array(fc.tuple(fc.constantFrom(...days), fc.integer({ min: 1, max: 2500 })), {
    maxLength: 10,
  });
  fc.assert(
    fc.property(
      entries.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      ),
      ([all, shuffled]) => {
        const asEntries = (list: [string, number][]) =>
          list.map(([day, points]) => entry(day, points));
        expect(history(asEntries(shuffled), [roll])).toEqual(history(asEntries(all), [roll]));
      },
    ),
  );
});

describe("when the rules change", () => {
  const withThreshold = (goldStatusPoints: number, from: string): RuleBook => [
    ...unchangedRuleBook,
    {
      version: 2,
      startsAt: time.startOfDay(from),
      rules: { ...defaultClubRules, tiers: { ...rules, goldStatusPoints } },
    },
  ];

  test("a higher threshold takes gold from nobody who has it", () => {
    const book = withThreshold(3000, "2026-06-01");
    expect(history([entry("2026-03-10", 2000)], [], "2026-12-01", book)).toEqual([
      "points 2026-03-10..2027-03-31",
    ]);
  });

  test("and is asked for from its first day, also for a renewal", () => {
    const book = withThreshold(3000, "2026-06-01");
    expect(history([entry("2026-05-31", 2000)], [], "2030-01-01", book)).toHaveLength(1);
    expect(history([entry("2026-06-01", 2000)], [], "2030-01-01", book)).toEqual([]);
    const again = [entry("2026-03-10", 2000), entry("2027-01-10", 2999)];
    expect(history(again, [], "2030-01-01", book)).toHaveLength(1);
  });

  test("a lower threshold makes gold, on its first day, of those who have enough by then", () => {
    const book = withThreshold(1500, "2026-06-01");
    const enough = [entry("2026-03-10", 1500)];
    expect(history(enough, [], "2026-05-31", book)).toEqual([]);
    expect(history(enough, [], "2026-06-02", book)).toEqual(["points 2026-06-01..2027-06-30"]);
    expect(history([entry("2026-03-10", 1499)], [], "2026-06-02", book)).toEqual([]);
  });
});

describe("a grant beside gold by points", () => {
  const grant = (from: string, through: string): GoldPeriod => ({
    from: time.startOfDay(from),
    until: time.endOfDay(through),
    source: "grant",
  });

  test("does not keep gold from being earned while it lasts", () => {
    const entries = [entry("2025-04-10", 1000), entry("2026-03-10", 1000)];
    expect(history(entries, [grant("2026-03-01", "2026-05-31")])).toEqual([
      "grant 2026-03-01..2026-05-31",
      "points 2026-03-10..2027-03-31",
    ]);
  });

  test("shortens nothing, and its end renews nothing by itself", () => {
    const entries = [entry("2026-03-10", 2000)];
    expect(history(entries, [grant("2026-04-01", "2026-04-30")])).toEqual([
      "points 2026-03-10..2027-03-31",
      "grant 2026-04-01..2026-04-30",
    ]);
    expect(history([], [grant("2026-04-01", "2026-04-30")])).toEqual([
      "grant 2026-04-01..2026-04-30",
    ]);
  });
});
