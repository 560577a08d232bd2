import { expect, test } from "vitest";
import { negotiateLocale } from "./locale.ts";

test.each([
  ["nothing said is English", null, "en"],
  ["Chinese of any region is Simplified Chinese", "zh-TW,en;q=0.5", "zh-CN"],
  ["the order of preference counts, not the order in the header", "en;q=0.5, zh;q=0.9", "zh-CN"],
  ["a language we lack is passed over", "fr-FR, fr;q=0.9, zh-CN;q=0.8, en;q=0.7", "zh-CN"],
  ["a refused language is not chosen", "zh;q=0, en;q=0.1", "en"],
  ["nonsense is English", ";;;,q=", "en"],
])("%s", (_case, header, locale) => {
  expect(negotiateLocale(header)).toBe(locale);
});
