import { expect, test } from "vitest";
import { readStoreName, storeKey } from "./store-name.ts";

test.each([
  ["a letter composed and taken apart", "Zürich", "Zu\u0308rich"],
  ["full width", "湖畔A店", "湖畔Ａ店"],
  ["half-width kana", "トヨタ", "ﾄﾖﾀ"],
  ["a blank in the middle", "湖畔一店", "湖畔 一店"],
  ["a wide blank, a no-break one, a line break", "湖畔一店", "湖\u3000畔\u00A0一\n店"],
  ["an invisible character", "湖畔一店", "湖畔\u200B一店\uFEFF"],
  ["case", "Lakeside One", "LAKESIDE ONE"],
  ["blanks of a Latin name", "Lakeside One", "LakesideOne"],
  ["full-width brackets", "湖畔(东)", "湖畔（东）"],
])("%s makes no other store", (_case, name, written) => {
  expect(storeKey(written)).toBe(storeKey(name));
});

test.each([
  ["湖畔一店", "湖畔二店"],
  ["湖畔店", "湖畔"],
  ["Lakeside 1", "Lakeside 11"],
])("%s and %s are two", (name, other) => {
  expect(storeKey(other)).not.toBe(storeKey(name));
});

test("a name is kept as people type it, and an empty cell has none", () => {
  expect(readStoreName(" Zu\u0308rich ")).toBe("Zürich");
  expect(readStoreName("\t")).toBeNull();
});
