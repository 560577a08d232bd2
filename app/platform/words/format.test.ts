import { expect, test } from "vitest";
import { formatMoney, formatNear, formatSpan, formatSpokenMoney } from "./format.ts";

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

test.each([
  [
    "13:00 to 15:00 of a day",
    "2027-03-14T15:00+08:00",
    "Sun, 14 Mar 2027, 13:00–15:00",
    "2027年3月14日周日 13:00–15:00",
  ],
  [
    "until another day",
    "2027-03-15T01:00+08:00",
    "Sun, 14 Mar 2027, 13:00 – Mon, 15 Mar 2027, 01:00",
    "2027年3月14日周日 13:00 – 2027年3月15日周一 01:00",
  ],
])("from when to when is said once for one day: %s", (_case, to, en, zh) => {
  const said = (locale: "en" | "zh-CN") =>
    formatSpan("2027-03-14T13:00+08:00", to, locale, "Asia/Shanghai");
  expect(said("en")).toBe(en);
  expect(said("zh-CN")).toBe(zh);
});

test.each([
  ["of these days", "2026-12-01T11:00+08:00", "Tuesday 11:00", "星期二 11:00"],
  [
    "of a week that is over",
    "2026-11-23T11:00+08:00",
    "23 Nov 2026, 11:00",
    "2026年11月23日 11:00",
  ],
  ["six days away", "2026-12-06T09:00+08:00", "6 Dec 2026, 09:00", "2026年12月6日 09:00"],
])("a moment %s is said by its weekday only while that is clear", (_case, moment, en, zh) => {
  const now = "2026-11-30T09:00+08:00";
  const said = (locale: "en" | "zh-CN") => formatNear(moment, now, locale, "Asia/Shanghai");
  expect(said("en")).toBe(en);
  expect(said("zh-CN")).toBe(zh);
});
