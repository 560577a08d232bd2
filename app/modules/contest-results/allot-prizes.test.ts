import { describe, expect, test } from "vitest";
import { allotPrizes, type Placed, type PrizeToWin, prizesInAll } from "./allot-prizes.ts";

/** The drawing contest's: one first, one second and two third prizes of each age group. */
const PRIZES: PrizeToWin[] = [
  { id: 10, bracket: null, rank: 1, count: 1 },
  { id: 20, bracket: null, rank: 2, count: 1 },
  { id: 30, bracket: null, rank: 3, count: 2 },
];
const ranked = (ranks: number[], bracket: string | null = "little"): Placed[] =>
  ranks.map((rank, at) => ({ entryId: 101 + at, number: at + 1, bracket, rank }));
const wonBy = (places: Placed[], prizes = PRIZES) => {
  const answer = allotPrizes(places, prizes);
  return answer.ok ? Object.fromEntries(answer.prizes) : answer.tied;
};

describe("who wins what", () => {
  test("follows the ranking: the fourth has the other third prize, the fifth none", () => {
    expect(wonBy(ranked([1, 2, 3, 4, 5]))).toEqual({ 101: 10, 102: 20, 103: 30, 104: 30 });
  });

  test("is worked out in whatever order places are given", () => {
    expect(wonBy(ranked([4, 2, 1, 3]))).toEqual({ 103: 10, 102: 20, 104: 30, 101: 30 });
  });

  test.each([
    ["nobody took part", [], {}],
    ["one did", [1], { 101: 10 }],
    ["fewer than there are prizes", [1, 2, 3], { 101: 10, 102: 20, 103: 30 }],
  ])("leaves prizes with the club where %s", (_case, ranks, expected) => {
    expect(wonBy(ranked(ranks))).toEqual(expected);
  });

  test("gives both who come third equal a third prize", () => {
    expect(wonBy(ranked([1, 2, 3, 3, 5]))).toEqual({ 101: 10, 102: 20, 103: 30, 104: 30 });
  });

  test("does not mind who come equal behind the last prize", () => {
    expect(wonBy(ranked([1, 2, 3, 4, 5, 5]))).toMatchObject({ 104: 30 });
  });

  test.each([
    ["first", [1, 1, 3], [1, 2]],
    ["second", [1, 2, 2, 4], [2, 3]],
    ["the last prize", [1, 2, 3, 4, 4], [4, 5]],
    ["everything", [1, 1, 1, 1, 1], [1, 2, 3, 4, 5]],
  ])("waits where who come equal differ in %s", (_case, ranks, numbers) => {
    expect(wonBy(ranked(ranks))).toEqual([{ bracket: "little", numbers }]);
  });

  test("is each age group's own, with its own prizes where it has some", () => {
    const little = ranked([1, 2]);
    const junior = ranked([1, 2], "junior").map((place) => ({
      ...place,
      entryId: place.entryId + 100,
    }));
    expect(wonBy([...little, ...junior])).toEqual({ 101: 10, 102: 20, 201: 10, 202: 20 });
    const forLittle: PrizeToWin[] = [{ id: 40, bracket: "little", rank: 1, count: 1 }];
    expect(wonBy([...little, ...junior], forLittle)).toEqual({ 101: 40 });
  });

  test("of a contest with one ranking of all, the first wins", () => {
    const potted: PrizeToWin[] = [{ id: 50, bracket: null, rank: 1, count: 1 }];
    expect(wonBy(ranked([1, 2, 3], null), potted)).toEqual({ 101: 50 });
  });
});

test("prizes of each age group are counted for each of them", () => {
  expect(prizesInAll(PRIZES, 2)).toBe(8);
  expect(prizesInAll(PRIZES, 0)).toBe(4);
  expect(prizesInAll([{ bracket: "little", count: 3 }], 2)).toBe(3);
});
