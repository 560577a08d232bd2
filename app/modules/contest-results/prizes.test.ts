import { expect, test } from "vitest";
import { faultOf, shortOf } from "./prizes.ts";

const prize = (rank: number, bracket: string | null = null) => ({ rank, bracket });
const GROUPS = ["little", "junior"];

test.each([
  ["none at all", [], GROUPS, null],
  ["the same of each age group", [prize(1), prize(2), prize(3)], GROUPS, null],
  ["in any order", [prize(3), prize(1), prize(2)], [], null],
  ["of one age group alone", [prize(1, "little")], GROUPS, null],
  ["a second of one group below a first of all", [prize(1), prize(2, "little")], GROUPS, null],
  ["no first one", [prize(2)], [], "gap"],
  ["no second one", [prize(1), prize(3)], [], "gap"],
  ["a second alone of one group", [prize(2, "junior")], GROUPS, "gap"],
  ["two firsts", [prize(1), prize(1)], [], "twice"],
  ["a first of all and one of a group", [prize(1), prize(1, "little")], GROUPS, "twice"],
])("prizes: %s", (_case, prizes, brackets, fault) => {
  expect(faultOf(prizes, brackets)).toBe(fault);
});

const box = { variantId: 7, en: "Box", zh: "礼盒", free: 3 };
const won = (count: number, bracket: string | null = null, variantId: number | null = 7) => ({
  ...{ count, bracket, variantId },
});

test.each([
  ["as many as there are", [won(3)], 0, []],
  ["one too many", [won(4)], 0, [4]],
  ["of each of two age groups", [won(2)], 2, [4]],
  ["of one age group", [won(2, "little"), won(1)], 2, [4]],
  ["of one age group, and they reach", [won(3, "little")], 2, []],
  ["another gift, or what the club has", [won(9, null, 8), won(9, null, null)], 0, []],
  ["several prizes of one gift", [won(1), won(1), won(2)], 0, [4]],
])("pieces: %s", (_case, prizes, brackets, needed) => {
  expect(shortOf(prizes, brackets, [box])).toEqual(
    needed.map((count) => ({ title: { en: "Box", zh: "礼盒" }, needed: count, free: 3 })),
  );
});
