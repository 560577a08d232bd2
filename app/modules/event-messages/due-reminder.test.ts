import { expect, test } from "vitest";
import { dueReminder, toldIfThereBy } from "./due-reminder.ts";

const startsAt = new Date("2027-03-14T05:00:00Z");
const HOUR = 3_600_000;
const before = (hours: number) => new Date(startsAt.getTime() - hours * HOUR);

test.each([
  ["more than a week before", 7 * 24 + 0.01, null],
  ["a week before", 7 * 24, "week"],
  ["a little more than two days before", 48.01, "week"],
  ["two days before it is too late for a week", 48, null],
  ["a little more than a day before", 24.01, null],
  ["a day before", 24, "day"],
  ["a little more than four hours before", 4.01, "day"],
  ["four hours before it is too late for a day", 4, null],
  ["two hours before", 2, "hours"],
  ["half an hour before it is too late", 0.5, null],
  ["once it has begun", -0.01, null],
])("%s", (_when, hours, kind) => {
  expect(dueReminder(startsAt, before(hours), true)).toBe(kind);
});

test("at night only what is due in two hours is sent", () => {
  expect(dueReminder(startsAt, before(2), false)).toBe("hours");
  expect(dueReminder(startsAt, before(24), false)).toBeNull();
  expect(dueReminder(startsAt, before(7 * 24), false)).toBeNull();
});

test("whoever registered within a day of a reminder's moment is not told, but for the last one", () => {
  expect(toldIfThereBy("week", startsAt)).toEqual(before(8 * 24));
  expect(toldIfThereBy("day", startsAt)).toEqual(before(48));
  expect(toldIfThereBy("hours", startsAt)).toEqual(before(2));
});
