import { expect, test } from "vitest";
import { clubTime } from "#app/platform/club-time.ts";
import { dateOf, daysToAskFor, lastClosedDay, readDate } from "./reconciliation-day.ts";

const shanghai = clubTime("Asia/Shanghai");

test.each([
  ["the last second of a day", "2026-11-29T15:59:59Z", "2026-11-28"],
  ["its first quarter of an hour after it", "2026-11-29T16:14:59Z", "2026-11-28"],
  ["once it has settled", "2026-11-29T16:15:00Z", "2026-11-29"],
])("%s", (_case, now, day) => {
  expect(lastClosedDay(shanghai, new Date(now))).toBe(day);
});

test("a day of twenty-three hours ends when it ends", () => {
  const berlin = clubTime("Europe/Berlin");
  expect(lastClosedDay(berlin, new Date("2026-03-29T22:15:00Z"))).toBe("2026-03-29");
  expect(lastClosedDay(berlin, new Date("2026-03-29T22:14:59Z"))).toBe("2026-03-28");
});

test.each([
  [
    "every day since the first",
    "2026-02-27",
    "2026-03-01",
    [],
    ["2026-02-27", "2026-02-28", "2026-03-01"],
  ],
  [
    "those that were missed",
    "2026-02-27",
    "2026-03-01",
    ["2026-02-28"],
    ["2026-02-27", "2026-03-01"],
  ],
  ["none before the first", "2026-03-02", "2026-03-01", [], []],
] as const)("%s", (_case, first, last, known, days) => {
  expect(daysToAskFor(first, last, new Set(known))).toEqual(days);
});

test("a club that has been there for years begins with the last four hundred days", () => {
  const days = daysToAskFor("2020-01-01", "2026-03-01", new Set());
  expect([days.length, days[0], days.at(-1)]).toEqual([401, "2025-01-25", "2026-03-01"]);
});

test("a day stays the same in the database", () => {
  expect(readDate(dateOf("2026-02-28"))).toBe("2026-02-28");
});
