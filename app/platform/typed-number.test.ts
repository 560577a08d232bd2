import { expect, test } from "vitest";
import { minorText, readMinor, readWhole } from "./typed-number.ts";

test.each([
  ["0", 0],
  ["１２", 12],
  [" 1,234,567 ", 1_234_567],
  ["9999999999", 9_999_999_999],
])("%j is %i", (typed, value) => {
  expect(readWhole(typed)).toBe(value);
});

test.each(["", "-1", "1.5", "0x10", "1e3", "1,0", "12345678901", "ten", "½"])(
  "%j is no whole number",
  (typed) => {
    expect(readWhole(typed)).toBeNull();
  },
);

test.each([
  ["0", 2, 0],
  ["49", 2, 4_900],
  ["49.5", 2, 4_950],
  ["49.05", 2, 4_905],
  ["49.500", 2, 4_950],
  [" ￥1,049.50 元", 2, 104_950],
  ["CNY 49", 2, 4_900],
  ["４９．５", 2, 4_950],
  ["4900", 0, 4_900],
  ["4900.00", 0, 4_900],
  ["4.905", 3, 4_905],
])("%j with %i decimals is %i", (typed, digits, minor) => {
  expect(readMinor(typed, digits)).toBe(minor);
});

test.each([
  ["", 2],
  ["-1", 2],
  ["49.005", 2],
  ["49.5", 0],
  ["4.9055", 3],
  ["1,0", 2],
  ["1e3", 2],
  ["4.9.5", 2],
  ["99999999999", 2],
  ["forty", 2],
])("%j with %i decimals is no sum", (typed, digits) => {
  expect(readMinor(typed, digits)).toBeNull();
});

test.each([
  [4_905, 2, "49.05"],
  [5, 2, "0.05"],
  [0, 2, "0.00"],
  [4_900, 0, "4900"],
  [5, 3, "0.005"],
])("%i with %i decimals is typed as %j, and read back", (minor, digits, typed) => {
  expect(minorText(minor, digits)).toBe(typed);
  expect(readMinor(typed, digits)).toBe(minor);
});
