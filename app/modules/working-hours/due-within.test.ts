import { describe, expect, test } from "vitest";
import { clubTime } from "#app/platform/club-time.ts";
import { dueWithin, nextOpen, type WorkingHours } from "./due-within.ts";

const shanghai = clubTime("Asia/Shanghai");
// National Day of 2026: closed from 1 to 7 October, and 10 October, a Saturday, is worked for it.
const store: WorkingHours = {
  workingDays: [1, 2, 3, 4, 5],
  closedDays: new Set(["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"]),
  openDays: new Set(["2026-10-10"]),
  opensAt: 9 * 60,
  closesAt: 18 * 60,
};
const due = (from: string, hours = 24) =>
  dueWithin(new Date(`${from}+08:00`), hours, store, shanghai).toISOString();
const on = (text: string) => new Date(`${text}+08:00`).toISOString();

describe("24 hours of working time, Monday to Friday from 9 to 18", () => {
  test.each([
    ["on Monday at 11, by Tuesday at 11", "2026-11-16T11:00:00", "2026-11-17T11:00:00"],
    ["on Friday at 11, by Monday at 11", "2026-11-20T11:00:00", "2026-11-23T11:00:00"],
    ["as the door opens, by the next opening", "2026-11-16T09:00:00", "2026-11-17T09:00:00"],
    ["a second before it opens, the same", "2026-11-16T08:59:59", "2026-11-17T09:00:00"],
    ["a second before it shuts, to the second", "2026-11-16T17:59:59", "2026-11-17T17:59:59"],
    ["as it shuts, as if on the next morning", "2026-11-16T18:00:00", "2026-11-18T09:00:00"],
    ["late on Friday, by Tuesday's opening", "2026-11-20T23:30:00", "2026-11-24T09:00:00"],
    ["on Sunday, by Tuesday's opening", "2026-11-22T12:00:00", "2026-11-24T09:00:00"],
    ["before a holiday, after it", "2026-09-30T15:00:00", "2026-10-08T15:00:00"],
    ["before a Saturday that is worked, on it", "2026-10-09T10:00:00", "2026-10-10T10:00:00"],
    ["on a Saturday that is worked, by Monday", "2026-10-10T10:00:00", "2026-10-12T10:00:00"],
  ])("what comes in %s", (_when, from, by) => {
    expect(due(from)).toBe(on(by));
  });
});

test("hours that are no whole day end in the working day, or at the next opening", () => {
  expect(due("2026-11-16T11:00:00", 4)).toBe(on("2026-11-16T15:00:00"));
  expect(due("2026-11-16T16:00:00", 4)).toBe(on("2026-11-17T09:00:00"));
  expect(due("2026-11-20T11:00:00", 36)).toBe(on("2026-11-24T09:00:00"));
  expect(due("2026-11-16T11:00:00", 72)).toBe(on("2026-11-19T11:00:00"));
});

test("a day on which the clock is put forward is as long as any other", () => {
  const berlin = clubTime("Europe/Berlin");
  const daily = { ...store, workingDays: [1, 2, 3, 4, 5, 6, 7] };
  // 29 March 2026 has 23 hours.
  const from = new Date("2026-03-28T11:00:00+01:00");
  expect(dueWithin(from, 24, daily, berlin)).toEqual(new Date("2026-03-29T11:00:00+02:00"));
});

test("a day named both closed and open is closed", () => {
  const both = { ...store, closedDays: new Set(["2026-10-10"]) };
  expect(nextOpen(new Date("2026-10-10T10:00:00+08:00"), both, shanghai)).toEqual(
    new Date("2026-10-12T09:00:00+08:00"),
  );
});

test("a store that never works is said to be one", () => {
  const never = { ...store, workingDays: [], openDays: new Set<string>() };
  expect(() => dueWithin(new Date(), 24, never, shanghai)).toThrow("never works");
});
