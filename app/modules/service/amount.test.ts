import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPaidSum, readAmount } from "./amount.ts";

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

describe("what was paid is what the invoice comes to", () => {
  test.each([
    ["to the fen", 30_045, 30_045],
    ["less the fen", 30_000, 30_045],
    ["less the fen under a tenth of a yuan", 30_040, 30_045],
    ["less ninety-nine fen", 30_000, 30_099],
    ["less the yuan, down to a round ten", 128_000, 128_999],
    ["of money that goes back, rounded alike", -30_000, -30_045],
    ["of nothing", 0, 0],
  ])("%s", (_case, paid, invoiced) => {
    expect(isPaidSum(paid, invoiced)).toBe(true);
  });

  test.each([
    ["not less a whole yuan", 30_500, 30_600],
    ["not less the yuan where no round ten is paid", 128_500, 128_700],
    ["not less ten yuan", 128_000, 129_000],
    ["not more", 30_046, 30_045],
    ["not rounded up", 30_100, 30_055],
    ["not of the other sign", -30_000, 30_045],
    ["not nothing for something", 0, 45],
  ])("%s", (_case, paid, invoiced) => {
    expect(isPaidSum(paid, invoiced)).toBe(false);
  });
});
