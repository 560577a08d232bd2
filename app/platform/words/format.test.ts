import { expect, test } from "vitest";
import { formatMoney, formatSpokenMoney } from "./format.ts";

test.each([
  [120_000, "CNY", "¥1,200", "1,200 元"],
  [120_045, "CNY", "¥1,200.45", "1,200.45 元"],
  [0, "CNY", "¥0", "0 元"],
  [120_000, "HKD", "$1,200", "1,200 港元"],
  [50_000, "EUR", "€500", "500 欧元"],
  [1_200, "JPY", "¥1,200", "1,200 日元"],
])("%i of the minor units of %s are said as %s, in Chinese as %s", (minor, currency, en, zh) => {
  const said = (locale: "en" | "zh-CN") =>
    formatSpokenMoney(minor, currency, locale).replace("\u00a0", " ");
  expect(said("en")).toBe(en);
  expect(said("zh-CN")).toBe(zh);
});

test("in a table a sum keeps its minor units", () => {
  expect(formatMoney(120_000, "CNY", "zh-CN")).toBe("¥1,200.00");
});

test.each(["en", "zh-CN"] as const)(
  "what is below nothing has the minus of points, in %s",
  (locale) => {
    expect(formatMoney(-2_590, "CNY", locale)).toBe("\u2212¥25.90");
  },
);
