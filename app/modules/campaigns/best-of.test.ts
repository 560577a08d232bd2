import { describe, expect, test } from "vitest";
import { bestOf, moreGenerous, whyNot } from "./best-of.ts";

const open = { reachBy: null, storeIds: [], capPerReferrer: null, capTotal: null };
const moment = { day: "2026-05-07", storeId: null, givenToReferrer: 0, givenInAll: 0 };

test.each([
  ["nothing stands in the way", open, moment, null],
  ["the last day is in time", { ...open, reachBy: "2026-05-07" }, moment, null],
  ["the day after is too late", { ...open, reachBy: "2026-05-06" }, moment, "too-late"],
  ["its store", { ...open, storeIds: [1, 2] }, { ...moment, storeId: 2 }, null],
  ["another store", { ...open, storeIds: [1] }, { ...moment, storeId: 2 }, "other-store"],
  ["no store known", { ...open, storeIds: [1] }, moment, "other-store"],
  ["the last in all", { ...open, capTotal: 3 }, { ...moment, givenInAll: 2 }, null],
  ["one too many in all", { ...open, capTotal: 3 }, { ...moment, givenInAll: 3 }, "all-given"],
  ["a referrer's last", { ...open, capPerReferrer: 2 }, { ...moment, givenToReferrer: 1 }, null],
  [
    "a referrer's own cap is said before the one for all",
    { ...open, capPerReferrer: 2, capTotal: 2 },
    { ...moment, givenToReferrer: 2, givenInAll: 2 },
    "referrer-full",
  ],
] as const)("%s", (_case, plan, at, why) => {
  expect(whyNot({ ...plan, storeIds: [...plan.storeIds] }, at)).toBe(why);
});

describe("of several campaigns", () => {
  const one = (campaignId: number, worth: number, notGiven: "all-given" | null = null) => ({
    campaignId,
    worth,
    notGiven,
  });
  test.each([
    ["none promises anything", [], null],
    ["a promise worth nothing is none", [one(1, 0)], null],
    ["the one worth most counts", [one(1, 100), one(2, 300), one(3, 200)], one(2, 300)],
    ["of two alike the older counts", [one(2, 300), one(1, 300)], one(1, 300)],
    [
      "the next best where the best has no more",
      [one(1, 300, "all-given"), one(2, 100)],
      one(2, 100),
    ],
    [
      "the best says why where none has any more",
      [one(2, 100, "all-given"), one(1, 300, "all-given")],
      one(1, 300, "all-given"),
    ],
  ])("%s", (_case, candidates, best) => {
    expect(bestOf(candidates)).toEqual(best);
  });
});

test.each([
  [3, 5, 5],
  [5, 3, 5],
  [3, null, null],
  [null, 3, null],
])("promised %s and now %s: %s holds", (promised, now, holds) => {
  expect(moreGenerous(promised, now)).toBe(holds);
});
