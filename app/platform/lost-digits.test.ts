import { expect, test } from "vitest";
import { hasLostDigits } from "./lost-digits.ts";

test.each([
  "2.02601E+11",
  "2.02601e+11",
  "1E+05",
  "1.E+05",
  "2,02601E+11",
  "２.02601Ｅ+11",
  '="2.02601E+11"',
  " 2.02601E+11\t",
  "-1.5E-7",
  "2.02601E11",
  "#####",
  "#",
  "#N/A",
  "#REF!",
  "202601000000001000",
])("%j is what a spreadsheet has left of a number", (cell) => {
  expect(hasLostDigits(cell)).toBe(true);
});

test.each([
  "",
  "RO260100001",
  "1E05",
  "12E5",
  "E+05",
  "2026-01",
  "777.0",
  "20260100000000100",
  "#12",
  "WBAD25UT0J3095119",
  "+86 138 0000 0001",
])("%j is as it was", (cell) => {
  expect(hasLostDigits(cell)).toBe(false);
});
