import { expect, test } from "vitest";
import { isBirthday } from "./birthday.ts";

test.each([
  [1, 1, true],
  [1, 31, true],
  [2, 29, true],
  [2, 30, false],
  [4, 30, true],
  [4, 31, false],
  [12, 31, true],
  [0, 1, false],
  [13, 1, false],
  [6, 0, false],
  [6, -1, false],
  [1.5, 1, false],
  [1, 1.5, false],
  [Number.NaN, 1, false],
])("month %d, day %d: %s", (month, day, is) => {
  expect(isBirthday({ month, day })).toBe(is);
});
