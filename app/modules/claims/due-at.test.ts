import { describe, expect, test } from "vitest";
import type { WorkingWeek } from "#app/modules/working-hours/working-week.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { dueAt } from "./due-at.ts";

const shanghai = clubTime("Asia/Shanghai");

const aWeek = (given: Partial<Record<keyof WorkingWeek, unknown>> = {}): WorkingWeek => ({
  workingDays: (given.workingDays as number[]) ?? [1, 2, 3, 4, 5],
  closedDays: new Set((given.closedDays as string[]) ?? []),
});

/** The last day on which the answer is in time. */
function lastDay(filed: string, days = 3, week = aWeek(), time = shanghai): string {
  return time.dayOf(new Date(dueAt(new Date(filed), days, week, time).getTime() - 1));
}

describe("three working days, Monday to Friday, in Shanghai", () => {
  // 2026-11-16 is a Monday.
  test.each([
    ["on a Monday morning, by Thursday", "2026-11-16T09:00:00+08:00", "2026-11-19"],
    ["late on a Monday, by the same Thursday", "2026-11-16T23:59:59+08:00", "2026-11-19"],
    ["in the first second of Tuesday, by Friday", "2026-11-17T00:00:00+08:00", "2026-11-20"],
    ["on a Wednesday, over the weekend, by Monday", "2026-11-18T12:00:00+08:00", "2026-11-23"],
    ["on a Friday evening, by Wednesday", "2026-11-20T20:00:00+08:00", "2026-11-25"],
    ["on a Saturday, by Wednesday", "2026-11-21T10:00:00+08:00", "2026-11-25"],
    ["in the last second of Sunday, by Wednesday", "2026-11-22T23:59:59+08:00", "2026-11-25"],
    ["over the end of a year", "2026-12-31T12:00:00+08:00", "2027-01-05"],
    ["over 29 February", "2028-02-28T12:00:00+08:00", "2028-03-02"],
  ])("filed %s", (_when, filed, day) => {
    expect(lastDay(filed)).toBe(day);
  });

  test("the answer is in time to the last instant of that day, and no longer", () => {
    const due = dueAt(new Date("2026-11-16T09:00:00+08:00"), 3, aWeek(), shanghai);
    expect(due).toEqual(new Date("2026-11-20T00:00:00+08:00"));
  });
});

test("the day is the club's: Sunday evening in London is Monday in Shanghai", () => {
  const filed = "2026-11-15T20:00:00Z";
  expect(lastDay(filed)).toBe("2026-11-19");
  expect(lastDay(filed, 3, aWeek(), clubTime("Europe/London"))).toBe("2026-11-18");
});

test("days on which the club is closed do not count, nor does one that is closed and a Sunday", () => {
  const week = aWeek({ closedDays: ["2026-11-17", "2026-11-18", "2026-11-22"] });
  expect(lastDay("2026-11-16T09:00:00+08:00", 3, week)).toBe("2026-11-23");
});

test("a club that works on Saturdays only answers three Saturdays on", () => {
  expect(lastDay("2026-11-16T09:00:00+08:00", 3, aWeek({ workingDays: [6] }))).toBe("2026-12-05");
});

test("one working day is the next one", () => {
  expect(lastDay("2026-11-20T09:00:00+08:00", 1)).toBe("2026-11-23");
});

test("a day that a clock change makes longer is whole", () => {
  const london = clubTime("Europe/London");
  const due = dueAt(
    new Date("2026-10-22T09:00:00+01:00"),
    2,
    aWeek({ workingDays: [5, 7] }),
    london,
  );
  expect(due).toEqual(new Date("2026-10-26T00:00:00Z"));
});

test("a club that never works is a mistake that is said", () => {
  expect(() => dueAt(new Date(), 1, aWeek({ workingDays: [] }), shanghai)).toThrow(RangeError);
});
