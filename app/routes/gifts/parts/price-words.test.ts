import { expect, test } from "vitest";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { formatPoints, formatSpokenMoney } from "#app/platform/words/format.ts";
import type { Figures } from "#app/site/use-figures.ts";
import { priceWords } from "./price-words.ts";

/** Of a club that counts in yuan today. */
const figures = {
  points: (points) => formatPoints(points, "en"),
  spokenMoney: (minor, currency = "CNY") => formatSpokenMoney(minor, currency, "en"),
} as Figures;

test.each([
  ["points alone", { points: 500, moneyMinor: 0, currency: "CNY" }, "500 points"],
  ["both", { points: 500, moneyMinor: 4_900, currency: "CNY" }, "500 points + ¥49"],
  ["money alone", { points: 0, moneyMinor: 4_950, currency: "CNY" }, "¥49.50"],
  ["in the currency of its day", { points: 0, moneyMinor: 4_900, currency: "KWD" }, "KWD 4.900"],
])("a price is said as it is: %s", (_case, price, words) => {
  const said = priceWords(price, translator("en"), figures);
  expect(said.replaceAll("\u00a0", " ")).toBe(words);
});

test.each([
  ["en", "500\u00a0points +\u00a0¥299"],
  ["zh-CN", "500\u00a0积分 +\u00a0299\u00a0元"],
] as const)("a price in two parts breaks between them alone: %s", (locale, words) => {
  const figuresOf = {
    points: (points) => formatPoints(points, locale),
    spokenMoney: (minor, currency = "CNY") => formatSpokenMoney(minor, currency, locale),
  } as Figures;
  const price = { points: 500, moneyMinor: 29_900, currency: "CNY" };
  expect(priceWords(price, translator(locale), figuresOf)).toBe(words);
});
