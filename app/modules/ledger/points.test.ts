import { expect, test } from "vitest";
import { toPoints, toPointsOrNull } from "./points.ts";

test("points of the database are the same points in JavaScript", () => {
  expect(toPoints(2000n)).toBe(2000);
  expect(toPoints(-50n)).toBe(-50);
  expect(toPoints("128")).toBe(128);
  expect(toPointsOrNull(null)).toBeNull();
});

test.each([9_007_199_254_740_992n, -9_007_199_254_740_992n, 1.5, "many"])(
  "%s is refused, not rounded",
  (value) => {
    expect(() => toPoints(value)).toThrow(RangeError);
  },
);
