import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  clubTime,
  dayFrom,
  daysBetween,
  endOfMonthAfter,
  parseDay,
} from "./club-time.ts";

const shanghai = clubTime("Asia/Shanghai");
const berlin = clubTime("Europe/Berlin");
const newYork = clubTime("America/New_York");

describe("a day begins and ends by the club's clock", () => {
  test.each([
    [
      "a day in Shanghai begins at 16:00 UTC of the day before",
      shanghai,
      "2026-01-02",
      "2026-01-01T16:00:00.000Z",
      "2026-01-02T16:00:00.000Z",
    ],
    [
      "a leap day is a day",
      shanghai,
      "2024-02-29",
      "2024-02-28T16:00:00.000Z",
      "2024-02-29T16:00:00.000Z",
    ],
    [
      "the day Berlin loses an hour is 23 hours long",
      berlin,
      "2026-03-29",
      "2026-03-28T23:00:00.000Z",
      "2026-03-29T22:00:00.000Z",
    ],
    [
      "the day Berlin gains an hour is 25 hours long",
      berlin,
      "2026-10-25",
      "2026-10-24T22:00:00.000Z",
      "2026-10-25T23:00:00.000Z",
    ],
    [
      "the day New York loses an hour is 23 hours long",
      newYork,
      "2026-03-08",
      "2026-03-08T05:00:00.000Z",
      "2026-03-09T04:00:00.000Z",
    ],
    [
      "the day New York gains an hour is 25 hours long",
      newYork,
      "2026-11-01",
      "2026-11-01T04:00:00.000Z",
      "2026-11-02T05:00:00.000Z",
    ],
    [
      "the last day of a year ends in the next",
      berlin,
      "2026-12-31",
      "2026-12-30T23:00:00.000Z",
      "2026-12-31T23:00:00.000Z",
    ],
  ])("%s", (_case, club, day, start, end) => {
    expect(club.startOfDay(day).toISOString()).toBe(start);
    expect(club.endOfDay(day).toISOString()).toBe(end);
  });
});

describe("the day of an instant", () => {
  test.each([
    [
      "the first instant of a day belongs to it",
      shanghai,
      "2026-11-20T16:00:00.000Z",
      "2026-11-21",
    ],
    [
      "the instant before belongs to the day before",
      shanghai,
      "2026-11-20T15:59:59.999Z",
      "2026-11-20",
    ],
    ["late on the short day in Berlin", berlin, "2026-03-29T21:59:59.999Z", "2026-03-29"],
    ["the day after the short day in Berlin", berlin, "2026-03-29T22:00:00.000Z", "2026-03-30"],
    [
      "the last hour of the long day in New York",
      newYork,
      "2026-11-02T04:30:00.000Z",
      "2026-11-01",
    ],
    ["summer time moves midnight in New York", newYork, "2026-07-01T04:00:00.000Z", "2026-07-01"],
  ])("%s", (_case, club, instant, day) => {
    expect(club.dayOf(new Date(instant))).toBe(day);
  });

  test.each(["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Europe/London"])(
    "is inside its own day for every hour of a year in %s, in any order of asking",
    (zone) => {
      const club = clubTime(zone);
      const hours = 366 * 24;
      const outside: Date[] = [];
      for (let step = 0; step < hours; step++) {
        const instant = new Date(Date.UTC(2024, 0, 1) + ((step * 1013) % hours) * 3_600_000);
        const day = club.dayOf(instant);
        if (instant < club.startOfDay(day) || club.endOfDay(day) <= instant) outside.push(instant);
      }
      expect(outside).toEqual([]);
    },
  );
});

describe("a wall-clock time becomes an instant", () => {
  test.each([
    ["an afternoon in Shanghai", shanghai, "2026-01-02", [14, 15, 0], "2026-01-02T06:15:00.000Z"],
    [
      "an afternoon of the short day in Berlin",
      berlin,
      "2026-03-29",
      [14, 15, 0],
      "2026-03-29T12:15:00.000Z",
    ],
    [
      "an hour that Berlin skips moves forward",
      berlin,
      "2026-03-29",
      [2, 30, 0],
      "2026-03-29T01:30:00.000Z",
    ],
    [
      "an hour that Berlin has twice is its first",
      berlin,
      "2026-10-25",
      [2, 30, 0],
      "2026-10-25T00:30:00.000Z",
    ],
    [
      "the last second of a year in New York",
      newYork,
      "2026-12-31",
      [23, 59, 59],
      "2027-01-01T04:59:59.000Z",
    ],
  ] as const)("%s", (_case, club, day, [h, m, s], instant) => {
    expect(club.instantOf(day, h, m, s).toISOString()).toBe(instant);
  });
});

describe("counting in days and months", () => {
  test.each([
    ["24 months after mid January ends in January", "2026-01-15", 24, "2028-01-31"],
    ["24 months after a leap day ends in a plain February", "2024-02-29", 24, "2026-02-28"],
    ["24 months into a leap year ends on the 29th", "2026-02-01", 24, "2028-02-29"],
    ["12 months after December ends in December", "2026-12-31", 12, "2027-12-31"],
    ["no months is the end of the same month", "2026-04-30", 0, "2026-04-30"],
  ])("%s", (_case, day, months, end) => {
    expect(endOfMonthAfter(day, months)).toBe(end);
  });

  test.each([
    ["a month after 31 January is the last of February", "2026-01-31", 1, "2026-02-28"],
    ["a year before a leap day is 28 February", "2024-02-29", -12, "2023-02-28"],
    ["a year after 28 February stays the 28th", "2023-02-28", 12, "2024-02-28"],
    ["over the end of a year", "2026-11-30", 3, "2027-02-28"],
  ])("%s", (_case, day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  test("the day after 28 February depends on the year", () => {
    expect([addDays("2024-02-28", 1), addDays("2026-02-28", 1)]).toEqual([
      "2024-02-29",
      "2026-03-01",
    ]);
    expect(addDays("2026-11-30", 60)).toBe("2027-01-29");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  });

  test("days between ignore clock changes", () => {
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(daysBetween("2026-11-21", "2026-11-20")).toBe(-1);
  });
});

describe("the calendar ends with 9999-12-31", () => {
  const last = "9999-12-31";

  test("nothing lies beyond it", () => {
    expect([addDays(last, 1), addDays("9999-12-01", 60)]).toEqual([last, last]);
    expect([addMonths(last, 1), addMonths("9999-05-31", 12)]).toEqual([last, last]);
    expect(endOfMonthAfter("9999-03-10", 12)).toBe(last);
  });

  test.each([
    ["Asia/Shanghai", "9999-12-31T16:00:00.000Z"],
    ["UTC", "9999-12-31T23:59:59.999Z"],
    ["America/New_York", "9999-12-31T23:59:59.999Z"],
  ])("it begins, ends and has a noon in %s", (zone, end) => {
    const club = clubTime(zone);
    expect(club.endOfDay(last).toISOString()).toBe(end);
    expect(club.dayOf(new Date(club.endOfDay(last).getTime() - 1))).toBe(last);
    expect(club.dayOf(club.startOfDay(last))).toBe(last);
    expect(club.dayOf(club.instantOf(last, 12, 0, 0))).toBe(last);
  });
});

describe("days that do not exist are refused", () => {
  test.each([
    ["month 13", 2026, 13, 1],
    ["31 April", 2026, 4, 31],
    ["29 February of a plain year", 2026, 2, 29],
    ["day nought", 2026, 1, 0],
    ["a year of three digits", 202, 1, 1],
  ])("%s", (_case, y, m, d) => {
    expect(dayFrom(y, m, d)).toBeNull();
  });

  test("29 February of a leap year is a day", () =>
    expect(dayFrom(2028, 2, 29)).toBe("2028-02-29"));
  test("a day is written with dashes and two digits", () => {
    expect([parseDay("2026-01-02"), parseDay("2026-1-2"), parseDay("2026-13-40")]).toEqual([
      "2026-01-02",
      null,
      null,
    ]);
  });
  test("a zone nobody knows is an error", () =>
    expect(() => clubTime("Mars/Olympus")).toThrow("time zone"));
});
