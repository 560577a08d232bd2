import { expect, test } from "vitest";
import { birthdaysOn, daysToKeep } from "./birthdays.ts";

test.each([
  ["a day is its own", "2026-05-12", [{ month: 5, day: 12 }]],
  ["29 February in a leap year", "2028-02-29", [{ month: 2, day: 29 }]],
  ["28 February in a leap year", "2028-02-28", [{ month: 2, day: 28 }]],
  [
    "28 February keeps the 29th too in a common year",
    "2027-02-28",
    [
      { month: 2, day: 28 },
      { month: 2, day: 29 },
    ],
  ],
  [
    "a century that is no leap year",
    "2100-02-28",
    [
      { month: 2, day: 28 },
      { month: 2, day: 29 },
    ],
  ],
])("%s", (_case, day, birthdays) => {
  expect(birthdaysOn(day)).toEqual(birthdays);
});

test.each([
  ["the first day ever", null, ["2026-03-01"]],
  ["yesterday was done", "2026-02-28", ["2026-03-01"]],
  ["today was begun", "2026-03-01", ["2026-03-01"]],
  ["two days were missed", "2026-02-26", ["2026-02-27", "2026-02-28", "2026-03-01"]],
])("%s", (_case, doneThrough, days) => {
  expect(daysToKeep(doneThrough, "2026-03-01")).toEqual(days);
});

test("a standstill of a year is not made up for", () => {
  expect(daysToKeep("2025-03-01", "2026-03-01")).toHaveLength(32);
});
