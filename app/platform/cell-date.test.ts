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
    ["ISO 8601 with a plain offset", "2026-01-02T14:15:00+0800", "2026-01-02T06:15:00.000Z"],
    ["an offset behind a space", "2026-01-02 14:15:00 +0800", "2026-01-02T06:15:00.000Z"],
    ["an offset in hours", "2026-01-02T14:15+08", "2026-01-02T06:15:00.000Z"],
    ["an offset of another place", "2026-01-02T01:15:00-05:00", "2026-01-02T06:15:00.000Z"],
    ["parts of a second", "2026-01-02T06:15:00.123Z", "2026-01-02T06:15:00.123Z"],
    ["parts of a club's second", "2026-01-02 14:15:00.7", "2026-01-02T06:15:00.000Z"],
    ["ISO 8601 without separators", "20260102T141500+0800", "2026-01-02T06:15:00.000Z"],
    ["UTC by name", "2026/1/2 6:15 UTC", "2026-01-02T06:15:00.000Z"],
    ["a Chinese afternoon", "2026/1/2 下午 02:30:00", "2026-01-02T06:30:00.000Z"],
    ["one without a space", "2026年1月2日下午2:30", "2026-01-02T06:30:00.000Z"],
    ["one in words", "2026年1月2日 下午2点30分", "2026-01-02T06:30:00.000Z"],
    ["one by twenty-four hours", "2026-01-02 下午 14:30", "2026-01-02T06:30:00.000Z"],
    ["a Chinese forenoon", "2026/1/2 上午 9:05:07", "2026-01-02T01:05:07.000Z"],
    ["midnight as Windows writes it", "2026/1/2 上午 12:00:00", midnight],
    ["noon as Windows writes it", "2026/1/2 下午 12:00:00", "2026-01-02T04:00:00.000Z"],
    ["noon in a word", "2026/1/2 中午12:30", "2026-01-02T04:30:00.000Z"],
    ["after noon in a word", "2026/1/2 中午1点", "2026-01-02T05:00:00.000Z"],
    ["the small hours", "2026/1/2 凌晨 1:30", "2026-01-01T17:30:00.000Z"],
    ["an evening", "2026/1/2 晚上8点整", "2026-01-02T12:00:00.000Z"],
    ["an English afternoon", "2026-01-02 02:30:00 PM", "2026-01-02T06:30:00.000Z"],
    ["one in small letters", "2026-01-02 2:30pm", "2026-01-02T06:30:00.000Z"],
    ["one with dots", "2026-01-02 2:30 p.m.", "2026-01-02T06:30:00.000Z"],
    ["an English midnight", "2026-01-02 12:00 AM", midnight],
    ["full width throughout", "２０２６／１／２　下午　２：３０", "2026-01-02T06:30:00.000Z"],
    ["a weekday beside it", "2026年1月2日 星期五 14:30", "2026-01-02T06:30:00.000Z"],
    ["a weekday in brackets", "2026-01-02(周五)", midnight],
    ["the day called 号", "2026年1月2号", midnight],
    ["a year of two digits that says so", "26年1月2日", midnight],
    ["one that can be nothing else", "26/1/2", midnight],
    ["one with a time", "26/1/2 下午2:30", "2026-01-02T06:30:00.000Z"],
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
    ["a year of two digits that may be a day", "26-01-02"],
    ["one that may be a month", "02/01/26"],
    ["an hour without its minutes", "2026-01-02 14"],
    ["a forenoon of the afternoon", "2026-01-02 上午 14:30"],
    ["a morning after noon", "2026-01-02 14:30 AM"],
    ["a midnight of one day or the next", "2026-01-02 晚上12:30"],
    ["an afternoon twice", "2026-01-02 下午 2:30 PM"],
    ["hour 13 of a half", "2026-01-02 凌晨 13:00"],
    ["an offset of nowhere", "2026-01-02T14:15:00+1500"],
    ["an offset of sixty minutes", "2026-01-02T14:15:00+08:60"],
    ["an offset without a time", "2026-01-02+0800"],
    ["a time with something behind it", "2026-01-02 14:30 预约"],
    ["a day with something behind it", "2026-01-02x"],
    ["day before month", "02/01/2026"],
    ["two kinds of separator", "2026-01/02"],
    ["an order number", "RO260100001"],
    ["a range", "2026-01-02 ~ 2026-01-05"],
    ["an ISO date with month 13", "2026-13-01T00:00:00Z"],
  ])("%s", (_case, cell) => {
    expect(readCellDate(cell, time)).toBeNull();
  });
});
