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
  ["behind a byte order mark", "\uFEFFRO260100001", "RO260100001"],
  ["with invisible characters inside", "RO\u200B2601\u00AD00\u202C001", "RO260100001"],
  ["with another dash", "RO–2601−1", "RO-2601-1"],
  ["with noughts in front", "000777", "777"],
  ["with noughts in front as a formula", '="000777"', "777"],
  ["as a figure with decimals", "777.0", "777"],
  ["as a figure with thousands", "1,234,567.00", "1234567"],
  ["of noughts alone", "000", "0"],
  ["that ends in noughts", "7700", "7700"],
  ["with letters and noughts, which no spreadsheet takes", "RO000777", "RO000777"],
  ["that is no figure", "777.5", "777.5"],
  ["of full-width digits with noughts", "０００７７７", "777"],
  ["of 64 characters", "9".repeat(64), "9".repeat(64)],
])("a number %s is the same number", (_case, cell, number) => {
  expect(readOrderNumber(cell)).toBe(number);
});

test.each([
  ["empty", ""],
  ["a tab", "\t"],
  ["an empty formula", '=""'],
  ["shown in powers of ten", "2.02601E+11"],
  ["of 65 characters", "9".repeat(65)],
])("a cell that is %s holds no number", (_case, cell) => {
  expect(readOrderNumber(cell)).toBeNull();
});
