import { describe, expect, test } from "vitest";
import { countedWords, readTenths, typedTenths } from "./counted.ts";

const trees = { one: "tree planted", many: "trees planted", zh: "棵树" };

describe("a count with what it counts", () => {
  test.each([
    [0, "0 trees planted", "0 棵树"],
    [5, "0.5 trees planted", "0.5 棵树"],
    [10, "1 tree planted", "1 棵树"],
    [15, "1.5 trees planted", "1.5 棵树"],
    [20, "2 trees planted", "2 棵树"],
    [12_840, "1,284 trees planted", "1,284 棵树"],
  ])("%i tenths are %s and %s", (tenths, en, zh) => {
    expect(countedWords(trees, tenths, "en")).toBe(en);
    expect(countedWords(trees, tenths, "zh-CN")).toBe(zh);
  });

  test("words that an old event has not are made do without", () => {
    expect(countedWords({ ...trees, one: "" }, 10, "en")).toBe("1 trees planted");
    expect(countedWords({ ...trees, zh: "" }, 20, "zh-CN")).toBe("2 trees planted");
    expect(countedWords({ one: "", many: "", zh: "棵树" }, 20, "en")).toBe("2 棵树");
  });
});

test.each([
  ["3", 30],
  ["0", 0],
  ["2.5", 25],
  ["2.50", 25],
  [" １２ ", 120],
  ["1,284", 12_840],
  ["10000", 100_000],
  ["10000.1", null],
  ["2.55", null],
  ["-1", null],
  ["", null],
  ["three", null],
  ["1e3", null],
  ["12,84", null],
])("%j is read as %j tenths", (typed, tenths) => {
  expect(readTenths(typed)).toBe(tenths);
});

test("what is read is typed as it was", () => {
  for (const tenths of [0, 5, 10, 25, 12_840]) expect(readTenths(typedTenths(tenths))).toBe(tenths);
});
