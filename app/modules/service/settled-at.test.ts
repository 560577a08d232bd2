import { expect, test } from "vitest";
import { clubTime } from "#app/platform/club-time.ts";
import { readSettledAt, settlementBounds } from "./settled-at.ts";

const bounds = settlementBounds(clubTime("Asia/Shanghai"), new Date("2026-11-22T03:30:00Z"));

test.each([
  ["2026年1月2日", "2026-01-02"],
  ["46024", "2026-01-02"],
  ["1990-01-01", "1990-01-01"],
  ["2026-11-22 23:59:59", "2026-11-22"],
])("%s is a day an order can be settled on", (cell, day) => {
  expect(readSettledAt(cell, bounds)?.day).toBe(day);
});

test.each([
  ["no date", ""],
  ["a word", "待定"],
  ["a day that does not exist", "2026-13-40"],
  ["the first instant of the day after", "2026-11-23 00:00:00"],
  ["the day after", "2026-11-23"],
  ["a far future", "2062-01-02"],
  ["what other systems write for no end", "9999-12-31"],
  ["the same with a time", "9999-12-31 23:59:59"],
  ["the same with an offset", "9999-12-31T23:59:59-05:00"],
  ["a day before any workshop system", "1989-12-31"],
  ["a small number, which a spreadsheet takes for a day of 1933", "12345"],
])("%s is none", (_case, cell) => {
  expect(readSettledAt(cell, bounds)).toBeNull();
});
