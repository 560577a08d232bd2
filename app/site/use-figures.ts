import { useMemo } from "react";
import type { Day } from "#app/platform/club-time.ts";
import {
  formatChange,
  formatDay,
  formatLastDay,
  formatMoment,
  formatMoney,
  formatMonth,
  formatNear,
  formatPoints,
  formatSpan,
  formatSpokenMoney,
  formatTime,
  formatWeekday,
} from "#app/platform/words/format.ts";
import { useWords } from "#app/platform/words/words.tsx";

/** Figures and days as the page's reader writes them. */
export type Figures = {
  points: (points: number) => string;
  /** With its sign. */
  change: (points: number) => string;
  /** From minor units of the club's currency. */
  money: (minor: number) => string;
  /** The same of another currency than the club has today. */
  moneyIn: (minor: number, currency: string) => string;
  /** The same in a sentence, as people say it: in the club's currency where no other is named. */
  spokenMoney: (minor: number, currency?: string) => string;
  /** The club's day of an instant. */
  day: (instant: Date | string) => string;
  /** The same with the time of day. */
  moment: (instant: Date | string) => string;
  /** The time of day alone, of something that happened just now. */
  time: (instant: Date | string) => string;
  /** A moment of these days by its weekday. */
  near: (instant: Date | string, now: Date | string) => string;
  /** The last whole day before something ends. */
  lastDay: (endsAt: Date | string) => string;
  /** The same, of the next days: with its weekday and without its year. */
  lastWeekday: (endsAt: Date | string) => string;
  month: (instant: Date | string) => string;
  /** From when to when, with the day. */
  span: (from: Date | string, to: Date | string) => string;
  /** A calendar day, which is the same everywhere. */
  calendarDay: (day: Day) => string;
};

export function useFigures(): Figures {
  const { locale, timeZone, currency } = useWords();
  return useMemo(
    () => ({
      // A balance in debt has the same minus as a change.
      points: (points) => (points < 0 ? formatChange : formatPoints)(points, locale),
      change: (points) => formatChange(points, locale),
      money: (minor) => formatMoney(minor, currency, locale),
      moneyIn: (minor, of) => formatMoney(minor, of, locale),
      spokenMoney: (minor, of = currency) => formatSpokenMoney(minor, of, locale),
      day: (instant) => formatDay(instant, locale, timeZone),
      moment: (instant) => formatMoment(instant, locale, timeZone),
      time: (instant) => formatTime(instant, locale, timeZone),
      near: (instant, now) => formatNear(instant, now, locale, timeZone),
      lastDay: (endsAt) => formatLastDay(endsAt, locale, timeZone),
      lastWeekday: (endsAt) =>
        formatWeekday(new Date(new Date(endsAt).getTime() - 1), locale, timeZone),
      month: (instant) => formatMonth(instant, locale, timeZone),
      span: (from, to) => formatSpan(from, to, locale, timeZone),
      calendarDay: (day) => formatDay(`${day}T00:00:00Z`, locale, "UTC"),
    }),
    [locale, timeZone, currency],
  );
}
