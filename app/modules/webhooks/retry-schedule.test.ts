import { expect, test } from "vitest";
import { isSwitchedOff, PAUSES, pauseAfter } from "./retry-schedule.ts";

const HOUR_MS = 3_600_000;

test.each([
  [1, 5_000],
  [2, 300_000],
  [3, 1_800_000],
  [4, 2 * HOUR_MS],
  [5, 5 * HOUR_MS],
  [6, 10 * HOUR_MS],
  [7, 14 * HOUR_MS],
  [8, null],
  [9, null],
])("after attempt %i the shortest pause is %s ms", (attempts, pause) => {
  expect(pauseAfter(attempts, 0)).toBe(pause);
});

test("a pause is up to a fifth longer by chance", () => {
  expect(pauseAfter(1, 0.5)).toBe(5_500);
  expect(pauseAfter(1, 0.999_999)).toBe(6_000);
});

test.each([
  ["longer than its own", 1, 60_000, 60_000],
  ["shorter than its own", 2, 60_000, 300_000],
  ["after the last attempt", 8, 60_000, null],
])("a pause that the receiver asks for, %s", (_case, attempts, asked, pause) => {
  expect(pauseAfter(attempts, 0, asked)).toBe(pause);
});

test("all of it takes about a day and a half, however chance has it", () => {
  const all = (chance: number) =>
    PAUSES.reduce((sum, _pause, place) => sum + (pauseAfter(place + 1, chance) ?? 0), 0) / HOUR_MS;
  expect(all(0)).toBeGreaterThan(31);
  expect(all(0.999_999)).toBeLessThan(39);
});

test.each([
  ["a moment before three days", -1, false],
  ["at three days", 0, true],
  ["later", HOUR_MS, true],
])("an endpoint to which nothing got through: %s", (_when, more, off) => {
  const now = new Date("2027-03-31T12:00:00Z");
  const since = new Date(now.getTime() - 72 * HOUR_MS - more);
  expect(isSwitchedOff(since, now)).toBe(off);
});
