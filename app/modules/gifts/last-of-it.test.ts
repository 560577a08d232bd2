import { expect, test } from "vitest";
import { endOf, fewLeft, lastDayNear } from "./last-of-it.ts";

test.each([
  ["plenty are not counted out", 6, null, null, null],
  ["five are few", 5, null, null, 5],
  ["one is few", 1, null, null, 1],
  ["none is another word", 0, null, null, null],
  ["few are what the gift calls few", 20, null, 20, 20],
  ["also where it calls fewer so", 3, null, 2, null],
  ["a limit for all leaves fewer than the shelf has", 100, 4, null, 4],
  ["a limit that is passed leaves none", 100, -1, null, null],
])("%s", (_case, free, leftOfAll, lowAt, left) => {
  expect(fewLeft(free, leftOfAll, lowAt)).toBe(left);
});

const noon = new Date("2026-11-29T04:00:00Z");
const inDays = (days: number) => new Date(noon.getTime() + days * 86_400_000);
const dates = (availableUntil: Date | null, visibleUntil: Date | null) => ({
  visibleFrom: null,
  availableFrom: null,
  archivedAt: null,
  availableUntil,
  visibleUntil,
});

test("a gift ends with the earlier of its dates", () => {
  expect(endOf(dates(inDays(1), inDays(2)))).toEqual(inDays(1));
  expect(endOf(dates(inDays(2), inDays(1)))).toEqual(inDays(1));
  expect(endOf(dates(inDays(2), null))).toEqual(inDays(2));
  expect(endOf(dates(null, inDays(2)))).toEqual(inDays(2));
  expect(endOf(dates(null, null))).toBeNull();
});

test.each([
  ["two weeks before it is near", 14, true],
  ["a day earlier it is not", 15, false],
  ["once it has come it is not near any more", 0, false],
])("%s", (_case, days, near) => {
  expect(lastDayNear(dates(inDays(days), null), noon) !== null).toBe(near);
});
