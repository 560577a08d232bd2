import fc from "fast-check";
import { expect, test } from "vitest";
import { clubTime } from "#app/platform/club-time.ts";
import { defaultClubRules } from "./club-rules.ts";
import { goldHistory } from "./gold-history.ts";
import { type GoldPeriod, type StatusEntry, tierAt } from "./tier.ts";

const time = clubTime("Asia/Shanghai");
const rules = defaultClubRules.tiers;
const noon = (day: string) => time.instantOf(day, 12, 0, 0);
const entry = (day: string, points: number): StatusEntry => ({ points, countsAt: noon(day) });

function history(entries: StatusEntry[], given: GoldPeriod[] = [], upTo = "2030-01-01") {
  return goldHistory(given, entries, noon(upTo), rules, time).map(
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
  const periods = goldHistory([], [entry("2026-03-10", 2000)], noon("2026-04-01"), rules, time);
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
