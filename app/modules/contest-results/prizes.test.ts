import { expect, test } from "vitest";
import { faultOf } from "./prizes.ts";

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
