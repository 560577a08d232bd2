import { expect, test } from "vitest";
import { readVin } from "./vin.ts";

test.each([
  ["the standard's own example holds", "1M8GDM9AXKP042788", "1M8GDM9AXKP042788"],
  ["a number of ones holds", "11111111111111111", "11111111111111111"],
  ["lower case is read as upper", "jth9mgk89h7063607", "JTH9MGK89H7063607"],
  ["a tab before it is nothing", "\tLSVJ2JKA7J1766648", "LSVJ2JKA7J1766648"],
  ["spaces and dashes inside are nothing", "1M8-GDM9AX KP042788", "1M8GDM9AXKP042788"],
  ["other dashes and dots are nothing", "1M8–GDM9AX·KP.042788", "1M8GDM9AXKP042788"],
  ["full width is read as ordinary", "１Ｍ８ＧＤＭ９ＡＸＫＰ０４２７８８", "1M8GDM9AXKP042788"],
])("%s", (_case, cell, vin) => {
  expect(readVin(cell)).toEqual({ vin, flag: null });
});

test.each([
  ["a European VIN has none", "WVWZZZ1JZ3W386752"],
  ["in any spelling", "wvw-zzz 1jz3w386752"],
  ["nor has a British one", "SALLAAA137A000001"],
  ["nor a Japanese one for its own market", "JTH47ZTAXN2978605"],
  ["nor an Australian one", "6G1ZZZZ14LZ123456"],
])("%s: kept without a check digit, for somebody to compare", (_case, cell) => {
  const vin = cell.toUpperCase().replace(/[\s-]/g, "");
  expect(readVin(cell)).toEqual({ vin, flag: "unverified" });
});

test.each([
  ["one wrong digit is flagged in China", "LSVJ2JKA7J1766649", "wrong-check-digit"],
  ["a European VIN with an O is none", "WVWZZZ1JZ3WO86752", "malformed"],
  ["one wrong digit is flagged", "1M8GDM9AXKP042789", "wrong-check-digit"],
  ["two characters swapped are flagged", "1M8GDM9AXPK042788", "wrong-check-digit"],
  ["the wrong check digit itself is flagged", "1M8GDM9A1KP042788", "wrong-check-digit"],
  ["the letter O is no VIN character", "1M8GDM9AXKPO42788", "malformed"],
  ["the letters I and Q are none either", "1M8GDM9AXKPI4278Q", "malformed"],
  ["sixteen characters are too few", "1M8GDM9AXKP04278", "malformed"],
  ["eighteen characters are too many", "1M8GDM9AXKP0427881", "malformed"],
  ["an empty cell is no VIN, and no mistake", "  ", null],
])("%s", (_case, cell, flag) => {
  expect(readVin(cell)).toEqual({ vin: null, flag });
});
