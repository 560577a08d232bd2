import { describe, expect, test } from "vitest";
import { readCellDate } from "./cell-date.ts";
import { clubTime } from "./club-time.ts";

const time = clubTime("Asia/Shanghai");
const midnight = "2026-01-01T16:00:00.000Z";

describe("a date is read in every spelling", () => {
  test.each([
    ["dashes", "2026-01-02", midnight],
    ["dashes and a time", "2026-01-02 14:15", "2026-01-02T06:15:00.000Z"],
    ["dashes, a time and seconds", "2026-01-02 14:15:09", "2026-01-02T06:15:09.000Z"],
    ["slashes without noughts", "2026/1/2", midnight],
    ["slashes and a time", "2026/1/2 8:05", "2026-01-02T00:05:00.000Z"],
    ["dots", "2026.1.2", midnight],
    ["Chinese", "2026年1月2日", midnight],
    ["Chinese with noughts and a time", "2026年01月02日 14:15", "2026-01-02T06:15:00.000Z"],
    ["Chinese throughout", "2026年1月2日14时15分", "2026-01-02T06:15:00.000Z"],
    ["digits only", "20260102", midnight],
    ["digits only and a time", "20260102 14:15", "2026-01-02T06:15:00.000Z"],
    ["fourteen digits", "20260102141509", "2026-01-02T06:15:09.000Z"],
    ["a spreadsheet's day number", "46024", midnight],
    ["a spreadsheet's day and time", "46024.59375", "2026-01-02T06:15:00.000Z"],
    ["a spreadsheet's time a hair before midnight", "46023.999999999", midnight],
    ["full width", "２０２６／１／２", midnight],
    ["as a formula", '="2026-01-02"', midnight],
    ["behind a tab", "\t2026-01-02", midnight],
    ["ISO 8601 in UTC", "2026-01-01T16:00:00Z", midnight],
    ["ISO 8601 with an offset", "2026-01-02T14:15:00+08:00", "2026-01-02T06:15:00.000Z"],
    ["the first minute of a day", "2026-01-02 00:00", midnight],
    ["the last second of a day", "2026-01-02 23:59:59", "2026-01-02T15:59:59.000Z"],
  ])("%s", (_case, cell, instant) => {
    expect(readCellDate(cell, time)?.at.toISOString()).toBe(instant);
    expect(readCellDate(cell, time)?.day).toBe("2026-01-02");
  });

  test("29 February is a day in a leap year", () => {
    expect(readCellDate("2024年2月29日", time)?.day).toBe("2024-02-29");
    expect(readCellDate("45351", time)?.day).toBe("2024-02-29");
  });

  test("a time in a club that changes its clocks is that day's time", () => {
    const berlin = clubTime("Europe/Berlin");
    expect(readCellDate("2026-03-29 14:15", berlin)?.at.toISOString()).toBe(
      "2026-03-29T12:15:00.000Z",
    );
  });
});

describe("a date that cannot be is refused", () => {
  test.each([
    ["no date", ""],
    ["a word", "待定"],
    ["month 13", "2026-13-40"],
    ["29 February of a plain year", "2026-02-29"],
    ["31 April in digits", "20260431"],
    ["hour 24", "2026-01-02 24:00"],
    ["minute 60", "2026-01-02 10:60"],
    ["a year of two digits", "26-01-02"],
    ["day before month", "02/01/2026"],
    ["two kinds of separator", "2026-01/02"],
    ["an order number", "RO260100001"],
    ["a range", "2026-01-02 ~ 2026-01-05"],
    ["an ISO date with month 13", "2026-13-01T00:00:00Z"],
  ])("%s", (_case, cell) => {
    expect(readCellDate(cell, time)).toBeNull();
  });
});
