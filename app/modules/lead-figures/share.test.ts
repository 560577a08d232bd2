import { expect, test } from "vitest";
import { percentOfShare } from "./share.ts";

test.each([
  ["nothing of nothing", 0, 0, null],
  ["four are too few", 4, 4, null],
  ["five are enough", 1, 5, 20],
  ["none of many is nought", 0, 12, 0],
  ["all of many", 12, 12, 100],
  ["to a tenth", 2, 7, 28.6],
])("%s", (_case, part, whole, percent) => {
  expect(percentOfShare({ part, whole })).toBe(percent);
});
