import { expect, test } from "vitest";
import { readPlate } from "./plate.ts";

test.each([
  ["a plain plate stays", "鄂GD39099", "鄂GD39099"],
  ["the dot goes", "粤F·HGB4T", "粤FHGB4T"],
  ["any dot goes", "粤F•HGB4T", "粤FHGB4T"],
  ["a katakana dot goes", "粤F・HGB4T", "粤FHGB4T"],
  ["a dash goes", "粤F-HGB4T", "粤FHGB4T"],
  ["a space and lower case go", "沪E f29686", "沪EF29686"],
  ["full width becomes ordinary", "沪ＥＦ２９６８６", "沪EF29686"],
  ["a full-width space goes", "沪E\u3000F29686", "沪EF29686"],
  ["seven characters are a plate", "粤B2C0SH", "粤B2C0SH"],
  ["eight characters are a new-energy plate", "沪AD12345", "沪AD12345"],
  ["a plate of letters only is one", "湘AXTLVV", "湘AXTLVV"],
  ["a lorry's trailer has its word at the end", "粤B1234挂", "粤B1234挂"],
  ["a plate for two territories has its word at the end", "粤ZAB12港", "粤ZAB12港"],
  ["an embassy's plate is kept", "使224578", "使224578"],
  ["a German plate is kept", "B-MW 1234", "BMW1234"],
  ["a British plate is kept", "ab12 cde", "AB12CDE"],
  ["a plate of letters chosen by its owner is kept", "MARQUE", "MARQUE"],
  ["a Japanese plate is kept", "品川 300 さ 12-34", "品川300さ1234"],
])("%s", (_case, cell, plate) => {
  expect(readPlate(cell)).toBe(plate);
});

test.each([
  ["an empty cell", ""],
  ["a tab", "\t"],
  ["no plate yet, in words", "未上牌"],
  ["no plate yet, in letters", "N/A"],
  ["a mainland plate with a character missing", "沪A1234"],
  ["a mainland plate with a character too many", "沪A1234567"],
  ["a province alone", "沪"],
  ["dashes", "--"],
  ["a sentence", "the customer will bring it 1"],
])("%s is no plate", (_case, cell) => {
  expect(readPlate(cell)).toBeNull();
});
