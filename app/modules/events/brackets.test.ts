import { expect, test } from "vitest";
import { ageOn, bracketOf } from "./brackets.ts";

test.each([
  ["turns 8 that day", "2019-03-14", "2027-03-14", 8],
  ["turns 8 the day after", "2019-03-15", "2027-03-14", 7],
  [
    "born on 29 February, the day before its birthday of other years",
    "2020-02-29",
    "2027-02-28",
    6,
  ],
  ["born on 29 February, on its birthday of other years", "2020-02-29", "2027-03-01", 7],
  ["born on 29 February, in a leap year", "2020-02-29", "2028-02-29", 8],
  ["born that day", "2027-03-14", "2027-03-14", 0],
])("%s", (_case, bornOn, day, age) => {
  expect(ageOn(bornOn, day)).toBe(age);
});

const brackets = [
  { key: "little", name: { en: "Little", zh: "" }, ageFrom: 5, ageTo: 7 },
  { key: "junior", name: { en: "Junior", zh: "" }, ageFrom: 8, ageTo: 10 },
];

test.each([
  ["2022-03-14", "little"],
  ["2022-03-15", null],
  ["2019-03-15", "little"],
  ["2019-03-14", "junior"],
  ["2016-03-15", "junior"],
  ["2016-03-14", null],
])("a child born on %s is in the bracket %s on 14 March 2027", (bornOn, bracket) => {
  expect(bracketOf(brackets, bornOn, "2027-03-14")).toBe(bracket);
});
