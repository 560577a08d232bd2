import { expect, test } from "vitest";
import { readOrderNumber } from "./order-number.ts";

test.each([
  ["plain", "RO260100001", "RO260100001"],
  ["behind a tab", "\tRO260100001", "RO260100001"],
  ["as a formula", '="RO260100001"', "RO260100001"],
  ["behind an apostrophe", "'RO260100001", "RO260100001"],
  ["in lower case", "ro260100001", "RO260100001"],
  ["in full width", "ＲＯ２６０１００００１", "RO260100001"],
  ["with a space inside", "RO 260100001", "RO260100001"],
  ["of 64 characters", "9".repeat(64), "9".repeat(64)],
])("a number %s is the same number", (_case, cell, number) => {
  expect(readOrderNumber(cell)).toBe(number);
});

test.each([
  ["empty", ""],
  ["a tab", "\t"],
  ["an empty formula", '=""'],
  ["of 65 characters", "9".repeat(65)],
])("a cell that is %s holds no number", (_case, cell) => {
  expect(readOrderNumber(cell)).toBeNull();
});
