import fc from "fast-check";
import { expect, test } from "vitest";
import { readAmount } from "./amount.ts";

test.each([
  ["1674.82", 167482],
  ["93", 9300],
  ["93.5", 9350],
  ["0.00", 0],
  ["-0.00", 0],
  ["0.07", 7],
  ["1,084.38", 108438],
  ["1,234,567.89", 123456789],
  ["￥1219.88", 121988],
  ["¥1,219.88", 121988],
  ["￥-357.24", -35724],
  ["-￥357.24", -35724],
  ["−357.24", -35724],
  ["+12.00", 1200],
  ["(357.24)", -35724],
  ["１２３．５", 12350],
  ["１，２３４．５０", 123450],
  ["12 元", 1200],
  ["\t12.00", 1200],
  ["12.5000", 1250],
  ["10,000,000.00", 1_000_000_000],
])("%s is %i fen", (cell, minor) => {
  expect(readAmount(cell)).toBe(minor);
});

test.each([
  [""],
  ["--"],
  ["abc"],
  ["1.2.3"],
  ["12,34"],
  ["1,2345.00"],
  ["12.345"],
  ["1e3"],
  ["0x10"],
  ["."],
  [".5"],
  ["12."],
  ["NaN"],
  ["Infinity"],
  ["(12.00"],
  ["(-12.00)"],
  ["--12"],
  ["10000000.01"],
  ["1.234,56"],
])("%j is no amount", (cell) => {
  expect(readAmount(cell)).toBeNull();
});

test("every amount comes back as it was written, to the fen", () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (minor) => {
      const size = Math.abs(minor);
      const whole = Math.floor(size / 100).toLocaleString("en-US");
      const cell = `${minor < 0 ? "-" : ""}￥${whole}.${String(size % 100).padStart(2, "0")}`;
      expect(readAmount(cell)).toBe(minor);
    }),
  );
});
