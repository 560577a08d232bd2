import { expect, test } from "vitest";
import en from "#app/locales/en/stock-admin.json";
import zh from "#app/locales/zh-CN/stock-admin.json";
import { CountForm, placeIn, TakeOutForm, typedCounts } from "./forms.ts";

const requestKey = "0f6c1f0e-5a38-4b8e-9a55-0d9e5f2f1a01";

test.each([
  ["what its form is filled in with, in English", en["stock.count"], true],
  ["the same in Chinese, where two characters are a word", zh["stock.count"], true],
  ["nothing", "  ", false],
  ["a single sign", "x", false],
])("the reason of a count: %s", (_case, reason, taken) => {
  expect(CountForm.safeParse({ place: "room", reason, requestKey }).success).toBe(taken);
});

test("pieces that are taken out for two characters of reason go", () => {
  const form = { place: "7", pieces: "２", reason: "损坏", requestKey };
  expect(TakeOutForm.parse(form)).toMatchObject({ place: 7, pieces: 2, reason: "损坏" });
});

const aSheet = (...fields: [string, string][]) => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
};

test("lines in which nothing was typed are none", () => {
  const sheet = aSheet(
    ["counted-1", "5"],
    ["seen-1", "6"],
    ["counted-2", " "],
    ["seen-2", "3"],
    ["reason", "Inventory"],
  );
  expect(typedCounts(sheet)).toEqual([{ itemId: 1, counted: "5", seen: 6 }]);
});

test("a stock that is named twice is counted once", () => {
  const sheet = aSheet(["counted-1", "5"], ["counted-1", "7"], ["seen-1", "6"]);
  expect(typedCounts(sheet)).toEqual([{ itemId: 1, counted: "5", seen: 6 }]);
});

test.each([
  ["nothing", []],
  ["no number", ["six"]],
  ["nothing typed", [""]],
])("a line that says of what stood on the sheet %s agrees with no shelf", (_case, seen) => {
  const sheet = aSheet(
    ["counted-1", "5"],
    ...seen.map((value): [string, string] => ["seen-1", value]),
  );
  expect(typedCounts(sheet)).toEqual([{ itemId: 1, counted: "5", seen: -1 }]);
});

test.each([
  [null, null],
  ["room", null],
  ["7", 7],
  ["0", null],
  ["2147483648", null],
  ["here", null],
])("the place %s of an address is %s", (text, place) => {
  expect(placeIn(text)).toBe(place);
});
