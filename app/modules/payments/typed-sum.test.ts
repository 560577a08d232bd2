import { expect, test } from "vitest";
import { plainSum, readSum } from "./typed-sum.ts";

test.each([
  ["49", "CNY", 4_900],
  ["49.5", "CNY", 4_950],
  ["49.05", "CNY", 4_905],
  [" ￥1,049.50 元", "CNY", 104_950],
  ["４９．５", "CNY", 4_950],
  ["0.01", "CNY", 1],
  ["4900", "JPY", 4_900],
  ["4,900", "JPY", 4_900],
  ["4.9", "KWD", 4_900],
  ["4.905", "KWD", 4_905],
  ["10000000", "CNY", 1_000_000_000],
])("%s %s is read", (typed, currency, minor) => {
  expect(readSum(typed, currency)).toBe(minor);
});

test.each([
  ["", "CNY"],
  ["0", "CNY"],
  ["-1", "CNY"],
  ["49.005", "CNY"],
  ["49.5", "JPY"],
  ["4.9055", "KWD"],
  ["1,0", "CNY"],
  ["1e3", "CNY"],
  ["4 9 . 5 . 1", "CNY"],
  ["10000000.01", "CNY"],
  ["99999999999", "CNY"],
  ["forty", "CNY"],
])("%s %s is no sum", (typed, currency) => {
  expect(readSum(typed, currency)).toBeNull();
});

test.each([
  [4_905, "CNY", "49.05"],
  [5, "CNY", "0.05"],
  [4_900, "JPY", "4900"],
  [5, "KWD", "0.005"],
])("%i %s is typed as %s, and read back", (minor, currency, typed) => {
  expect(plainSum(minor, currency)).toBe(typed);
  expect(readSum(typed, currency)).toBe(minor);
});
