import { expect, test } from "vitest";
import { defaultClubRules } from "./club-rules.ts";
import { rulesAt, unchangedRuleBook } from "./rule-book.ts";

const first = { version: 1, startsAt: new Date("2020-01-01Z"), rules: defaultClubRules };
const second = { version: 2, startsAt: new Date("2026-07-01Z"), rules: defaultClubRules };

test.each([
  ["a version holds from its very first instant", second.startsAt, 2],
  ["the one before it holds to the last millisecond", new Date(second.startsAt.getTime() - 1), 1],
  ["what is older than every version goes by the first", new Date("2011-01-01Z"), 1],
])("%s", (_case, at, version) => {
  expect(rulesAt([first, second], at).version).toBe(version);
});

test("a club that changed nothing goes by the product's own numbers", () => {
  expect(rulesAt(unchangedRuleBook, new Date("1999-01-01Z")).rules).toEqual(defaultClubRules);
});
