import { expect, test } from "vitest";
import { clubTime } from "#app/platform/club-time.ts";
import { instantsOfAsked, readAskedDay, wholeMonthOf } from "./asked-day.ts";

test.each([
  ["nothing is today", "", "2026-11-29", "2026-11-29"],
  ["a past day is as booked by its own end", "day=2026-10-31", "2026-10-31", "2026-10-31"],
  [
    "it can be asked with what came later",
    "day=2026-10-31&booked=2026-11-03",
    "2026-10-31",
    "2026-11-03",
  ],
  [
    "nothing of a day is booked before it",
    "day=2026-10-31&booked=2026-10-01",
    "2026-10-31",
    "2026-10-31",
  ],
  ["nor after today", "day=2026-10-31&booked=2027-01-01", "2026-10-31", "2026-11-29"],
  ["a day to come is today", "day=2027-01-01", "2026-11-29", "2026-11-29"],
  ["no day at all is today", "day=2026-02-30&booked=x", "2026-11-29", "2026-11-29"],
  ["nor is one before there were clubs", "day=1000-01-01", "2026-11-29", "2026-11-29"],
])("%s", (_case, query, day, booked) => {
  expect(readAskedDay(new URLSearchParams(query), "2026-11-29")).toEqual({ day, booked });
});

test.each([
  ["a day in its middle is its last day", "2026-10-15", "2026-10-15", "2026-10-31", "2026-10-31"],
  [
    "with what came later where that is asked",
    "2026-10-15",
    "2026-11-03",
    "2026-10-31",
    "2026-11-03",
  ],
  ["one that is not over goes to today", "2026-11-15", "2026-11-15", "2026-11-29", "2026-11-29"],
])("of a month, %s", (_case, day, booked, last, bookedBy) => {
  expect(wholeMonthOf({ day, booked }, "2026-11-29")).toEqual({ day: last, booked: bookedBy });
});

test("a day that is over ends with the club's midnight, and today with now", () => {
  const now = new Date("2026-11-29T03:00:00Z");
  const time = clubTime("Asia/Shanghai");
  expect(instantsOfAsked({ day: "2026-11-28", booked: "2026-11-29" }, time, now)).toEqual({
    until: new Date("2026-11-28T16:00:00Z"),
    bookedBefore: null,
    timeZone: "Asia/Shanghai",
  });
  expect(instantsOfAsked({ day: "2026-11-29", booked: "2026-11-29" }, time, now).until).toBe(now);
});
