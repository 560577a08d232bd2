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
  ["an emergency rescue's plate has two words", "云S0000应急", "云S0000应急"],
  ["a fire engine's in any spelling", "京x·0123 应急", "京X0123应急"],
  ["a police car's plate is kept", "京A·1234警", "京A1234警"],
  ["a learner's plate is kept", "沪A1234学", "沪A1234学"],
  ["a plate for Macao is kept", "粤Z·F023澳", "粤ZF023澳"],
  ["a consulate's plate is kept", "沪A·0023领", "沪A0023领"],
  ["a consulate's older plate is kept", "沪224·78领", "沪22478领"],
  ["a test plate is kept", "粤B1234试", "粤B1234试"],
  ["an oversized lorry's plate is kept", "冀A1234超", "冀A1234超"],
  ["a temporary plate is kept", "沪A12345临", "沪A12345临"],
  ["an embassy's plate is kept", "使224578", "使224578"],
  ["an embassy's new plate is kept", "224·578使", "224578使"],
  ["an armed police's plate is kept", "WJ京·0123X", "WJ京0123X"],
  ["an airport's plate is kept", "民航·A1234", "民航A1234"],
  ["a tractor's plate is kept", "苏01·A2345", "苏01A2345"],
  ["a new-energy lorry's plate is kept", "粤B12345D", "粤B12345D"],
  ["an army's plate is kept", "VA·12345", "VA12345"],
  ["a Hong Kong plate is kept", "AB 1234", "AB1234"],
  ["a Macao plate is kept", "MA-12-34", "MA1234"],
  ["a Taiwanese plate is kept", "ABC-1234", "ABC1234"],
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
  ["an emergency's plate with a digit too many", "云S00000应急"],
  ["an emergency's plate without its number", "云S应急"],
  ["a word that is on no plate", "沪A1234车"],
  ["dashes", "--"],
  ["a sentence", "the customer will bring it 1"],
])("%s is no plate", (_case, cell) => {
  expect(readPlate(cell)).toBeNull();
});
