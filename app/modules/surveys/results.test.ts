import { expect, test } from "vitest";
import { type AnswerGroup, resultsOf } from "./results.ts";

const aGroup = (changes: Partial<AnswerGroup> = {}): AnswerGroup => ({
  score: 4,
  recommends: null,
  tier: "silver",
  isFirst: false,
  count: 1,
  ...changes,
});
const results = (groups: AnswerGroup[], asked = 20) => resultsOf(asked, groups, new Map());

test("four answers show how many they are and nothing else", () => {
  const best = new Map([["team", 4]]);
  const { figures, recommends, breakdowns, ...rest } = resultsOf(
    9,
    [aGroup({ count: 4, recommends: 9 })],
    best,
  );
  expect(rest).toEqual({ asked: 9, answered: 4, best: null });
  expect([figures, recommends, breakdowns]).toEqual([null, null, []]);
});

test("five answers make figures, worked out by hand", () => {
  // 5 + 5 + 4 + 3 + 1 = 18, over 5: 3.6.
  const { figures, best } = resultsOf(
    8,
    [aGroup({ score: 5, count: 2 }), aGroup(), aGroup({ score: 3 }), aGroup({ score: 1 })],
    new Map([["team", 3]]),
  );
  expect(figures).toEqual({
    answered: 5,
    average: 3.6,
    distribution: { 1: 1, 2: 0, 3: 1, 4: 1, 5: 2 },
  });
  expect(best).toContainEqual({ thing: "team", count: 3 });
  expect(best).toContainEqual({ thing: "place", count: 0 });
});

test("who recommends is parted at 9 and at 7, and who said nothing is in no part", () => {
  // 10 + 9 + 8 + 7 + 6 + 0 = 40, over 6: 6.666…
  const said = [10, 9, 8, 7, 6, 0, null, null];
  const { recommends } = results(said.map((each) => aGroup({ recommends: each })));
  expect(recommends).toMatchObject({ answered: 6, promoters: 2, passives: 2, detractors: 2 });
  expect(recommends?.average).toBeCloseTo(40 / 6);
  expect(results(said.slice(2).map((each) => aGroup({ recommends: each }))).recommends).toBeNull();
});

test("a breakdown is shown where each part has five, and as a whole not where one has fewer", () => {
  const silver = aGroup({ count: 7, score: 3 });
  const gold = (count: number) => aGroup({ tier: "gold", score: 5, count });
  const tiersOf = (groups: AnswerGroup[]) =>
    results(groups).breakdowns.find(({ of }) => of === "tier")?.parts;
  expect(tiersOf([silver, gold(4)])).toBeUndefined();
  expect(tiersOf([silver, gold(5)])).toMatchObject([
    { part: "gold", answered: 5, average: 5 },
    { part: "silver", answered: 7, average: 3 },
  ]);
  // One guest: gold and silver together, taken from all, would say what they said.
  expect(tiersOf([silver, gold(5), aGroup({ tier: null, isFirst: null })])).toBeUndefined();
  expect(tiersOf([silver])).toBeUndefined();
});

test("guests are no newcomers: a handful of them hides who came for the first time", () => {
  const members = [aGroup({ count: 6, isFirst: true }), aGroup({ count: 6 })];
  const coming = (groups: AnswerGroup[]) =>
    results(groups)
      .breakdowns.find(({ of }) => of === "coming")
      ?.parts.map(({ part }) => part);
  expect(coming(members)).toEqual(["first", "again"]);
  expect(coming([...members, aGroup({ tier: null, isFirst: null, count: 2 })])).toBeUndefined();
});
