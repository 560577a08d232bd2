import { expect, test } from "vitest";
import { unchangedRuleBook } from "#app/modules/rulebook/rule-book.ts";
import type { GoldPeriod, StatusEntry } from "#app/modules/standing/tier.ts";
import { type TierStatus, tierStatus } from "#app/modules/standing/tier-status.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import {
  formatDay,
  formatMoney,
  formatPoints,
  formatSpokenMoney,
} from "#app/platform/words/format.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import type { Figures } from "#app/site/use-figures.ts";
import { standingSentence } from "./standing-words.ts";

const time = clubTime("Asia/Shanghai");
const noon = (day: string) => time.instantOf(day, 12, 0, 0);

const figuresIn = (locale: Locale): Figures => ({
  points: (points) => formatPoints(points, locale),
  change: String,
  money: (minor) => formatMoney(minor, "CNY", locale),
  moneyIn: (minor, currency) => formatMoney(minor, currency, locale),
  spokenMoney: (minor) => formatSpokenMoney(minor, "CNY", locale),
  day: (instant) => formatDay(instant, locale, time.zone),
  moment: String,
  near: String,
  lastDay: String,
  lastWeekday: String,
  month: String,
  span: String,
  time: String,
  calendarDay: (day) => formatDay(`${day}T00:00:00Z`, locale, "UTC"),
});

const said = (standing: TierStatus, locale: Locale) =>
  standingSentence(standing, translator(locale), figuresIn(locale));

function standing(
  entries: [day: string, points: number][],
  gold?: [from: string, through: string],
  source: GoldPeriod["source"] = "roll",
) {
  const status: StatusEntry[] = entries.map(([day, points]) => ({ points, countsAt: noon(day) }));
  const given: GoldPeriod[] = gold
    ? [{ from: time.startOfDay(gold[0]), until: time.endOfDay(gold[1]), source }]
    : [];
  return tierStatus(noon("2026-11-21"), given, status, unchangedRuleBook, time);
}

test.each<[string, TierStatus, string, string]>([
  [
    "the way to gold is told in services of the owner's own size",
    standing([
      ["2026-02-10", 844],
      ["2026-08-10", 844],
    ]),
    "312 status points to Gold: about one service.",
    "再积 312 成长值即可升级金卡，大约 1 次保养。",
  ],
  [
    "gold that was paid for is told as that, and what would renew it without",
    standing([["2026-10-10", 500]], ["2026-06-01", "2027-06-30"], "dues"),
    "Your Gold is paid through 30 Jun 2027. 1,500 more status points by then renew it without dues.",
    "金卡年费已缴至2027年6月30日。在此之前再积 1,500 成长值，即可免年费续期。",
  ],
  [
    "of a new member in services of the usual size",
    standing([]),
    "2,000 status points to Gold: about 17 services.",
    "再积 2,000 成长值即可升级金卡，大约 17 次保养。",
  ],
  [
    "gold hears until when it holds and what keeps it",
    standing([["2026-08-10", 1880]], ["2026-01-01", "2026-12-31"]),
    "Gold through 31 Dec 2026. 120 more status points by then keep it for another year: about one service.",
    "金卡有效期至2026年12月31日。在此之前再积 120 成长值即可续期一年，大约 1 次保养。",
  ],
  [
    "gold that has done enough is left in peace",
    standing([["2026-08-10", 2400]], ["2026-01-01", "2026-12-31"]),
    "Gold through 31 Dec 2026, and you already have what renews it.",
    "金卡有效期至2026年12月31日，成长值已满足续期条件。",
  ],
  [
    "grace is plain about its end",
    standing([["2026-05-15", 1880]], ["2025-10-01", "2026-09-30"]),
    "Your Gold year ended on 30 Sept 2026. One service of about ¥1,200 by 29 Nov 2026 keeps it.",
    "您的金卡已于2026年9月30日到期，目前在宽限期内。2026年11月29日前再做 1 次保养（约 1,200\u00a0元），即可保留金卡。",
  ],
])("%s", (_case, owner, english, chinese) => {
  expect(said(owner, "en")).toBe(english);
  expect(said(owner, "zh-CN")).toBe(chinese);
});
