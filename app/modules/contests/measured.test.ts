import { describe, expect, test } from "vitest";
import { bestOf, readValue, showValue } from "./measured.ts";

describe("a time as it is typed", () => {
  test.each<[string, number | null]>([
    ["12.4", 12_400],
    ["12,4", 12_400],
    ["１２．４", 12_400],
    ["12", 12_000],
    ["0.05", 50],
    ["12.3456", 12_345],
    ["1:02.4", 62_400],
    ["1：02.4", 62_400],
    ["90", 90_000],
    ["1:00:00", 3_600_000],
    ["1:2.4", null],
    ["1:60", null],
    ["1:60:00", null],
    ["24:00:01", null],
    ["-3", null],
    ["12.4s", null],
    ["0", null],
    ["0:00.0004", null],
    ["1：02：03", 3_723_000],
    ["", null],
  ])("%s", (typed, value) => {
    expect(readValue(typed, "time")).toBe(value);
  });
});

test("points are whole and not below nothing", () => {
  expect(readValue("17", "points")).toBe(17);
  expect(readValue("17.5", "points")).toBeNull();
  expect(readValue("-1", "points")).toBeNull();
});

test.each([
  [12_400, "12.4"],
  [12_345, "12.345"],
  [62_050, "1:02.05"],
  [60_000, "1:00.0"],
  [3_723_000, "1:02:03.0"],
])("%i milliseconds read as %s, and are read back", (value, words) => {
  expect(showValue(value, "time")).toBe(words);
  expect(readValue(words, "time")).toBe(value);
});

test("the best counts, whichever that is", () => {
  expect(bestOf([12_400, 9_800, 11_000], "less")).toBe(9_800);
  expect(bestOf([3, 9, 7], "more")).toBe(9);
  expect(bestOf([], "less")).toBeNull();
});
