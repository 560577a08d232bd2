import { expect, test } from "vitest";
import { type GiftDates, isVisible, openness } from "./gift.ts";

const noon = new Date("2026-11-29T04:00:00Z");
const justBefore = new Date(noon.getTime() - 1);
const dates = (given: Partial<GiftDates>): GiftDates => ({
  visibleFrom: null,
  visibleUntil: null,
  availableFrom: null,
  availableUntil: null,
  archivedAt: null,
  ...given,
});

test.each([
  ["a gift without dates is always shown", {}, noon, true],
  ["it is shown from its first instant", { visibleFrom: noon }, noon, true],
  ["and not one before", { visibleFrom: noon }, justBefore, false],
  ["it is shown until just before its end", { visibleUntil: noon }, justBefore, true],
  ["and not at its end", { visibleUntil: noon }, noon, false],
  ["an archived one is not shown", { archivedAt: noon }, noon, false],
])("%s", (_case, given, at, shown) => {
  expect(isVisible(dates(given), at)).toBe(shown);
});

test.each([
  ["a gift without dates is open", {}, noon, "open"],
  ["its first instant is in time", { availableFrom: noon }, noon, "open"],
  ["one before is not", { availableFrom: noon }, justBefore, "not-yet"],
  ["the last moment before its end is in time", { availableUntil: noon }, justBefore, "open"],
  ["its end is too late", { availableUntil: noon }, noon, "closed"],
] as const)("%s", (_case, given, at, is) => {
  expect(openness(dates(given), at)).toBe(is);
});
