import { cellText } from "./cell-text.ts";
import { addDays, type ClubTime, type Day, dayFrom } from "./club-time.ts";

/** The moment a cell names. */
export type CellDate = {
  /** The instant; without a time of day, the first one of the day. */
  at: Date;
  /** The day in the club's time zone. */
  day: Day;
};

/** Spreadsheets count days from here, having taken 1900 for a leap year. */
const spreadsheetDayZero: Day = "1899-12-30";

const day = String.raw`(\d{4})\s*(?:([-/.])(\d{1,2})\2(\d{1,2})|年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?)`;
/** The last part of `26/6/3` can be no year, so the first is; 26年 says so itself. */
const shortDay =
  /^(\d{2})(?:([-/.])(\d{1,2})\2(\d)|年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?)(?!\d)/;
const weekday = String.raw`(?:\(?(?:星期|礼拜|周)[一二三四五六日天]\)?)?`;
const written = new RegExp(`^${day}\\s*${weekday}`);
const compact = /^(\d{4})(\d{2})(\d{2})(?:[T\s]?(\d{2})(?::?(\d{2}))(?::?(\d{2}))?)?(?![\d.])/;
const serial = /^(\d{5})(?:\.(\d{1,15}))?$/;

const half = String.raw`凌晨|清晨|早晨|早上|上午|中午|下午|傍晚|晚上|夜里|深夜|晚|[AP]\.?M\.?`;
const clock = new RegExp(
  String.raw`^[T,\s]*(${half})?\s*(\d{1,2})` +
    String.raw`(?::(\d{2})(?::(\d{2}(?:[.,]\d{1,9})?))?|[时点](?:(\d{1,2})分?(?:(\d{1,2})秒?)?|整)?)` +
    String.raw`\s*(${half})?`,
  "i",
);
const offset = /^\s*(?:Z|UTC|GMT|(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?)$/i;

/**
 * The moment a cell names, in any of the spellings exports use: `2026-01-02`, `2026/1/2`, `2026.1.2`,
 * `2026年1月2日`, `20260102`, the spreadsheet's day number `46024`, each with or without a time of day, by
 * twenty-four hours or in halves (`下午 02:30`, `2:30 PM`), and with or without an offset (`+08:00`, `+0800`,
 * `Z`; ISO 8601). Clock times without an offset are the club's.
 *
 * Null for an empty cell, for words, for days the calendar does not have and times no clock shows. Years of two
 * digits are read where they stand first for sure; days before months are not guessed at.
 */
export function readCellDate(cell: string, time: ClubTime): CellDate | null {
  const text = cellText(cell);
  let match = serial.exec(text);
  if (match) return momentOfSerial(Number(match[1]), match[2], time);
  match = written.exec(text);
  if (match) return momentOf(dayOfMatch(match, match[1]), text.slice(match[0].length), time);
  match = compact.exec(text);
  if (match) {
    const rest = text.slice(match[0].length);
    const found = dayFrom(Number(match[1]), Number(match[2]), Number(match[3]));
    if (match[4] === undefined) return momentOf(found, rest, time);
    return instantOf(found, numbers(match[4], match[5], match[6]), rest, time);
  }
  match = shortDay.exec(text);
  if (match) return momentOf(dayOfMatch(match, `20${match[1]}`), text.slice(match[0].length), time);
  return null;
}

function dayOfMatch(match: RegExpExecArray, year: string | undefined): Day | null {
  return dayFrom(Number(year), Number(match[3] ?? match[5]), Number(match[4] ?? match[6]));
}

type Clock = readonly [hour: number, minute: number, second: number];

const numbers = (...parts: (string | undefined)[]): Clock =>
  parts.map((part) => Number((part ?? "0").replace(",", "."))) as unknown as Clock;

/** A day with what stands behind it: nothing, or a time of day. */
function momentOf(found: Day | null, rest: string, time: ClubTime): CellDate | null {
  if (found === null) return null;
  if (rest.trim() === "") return { at: time.startOfDay(found), day: found };
  const match = clock.exec(rest);
  if (!match) return null;
  const [, before, hours, minutes, seconds, minutes2, seconds2, after] = match;
  if (before && after) return null;
  const [hour, minute, second] = numbers(hours, minutes ?? minutes2, seconds ?? seconds2);
  const counted = hourOfDay(hour, before ?? after);
  if (counted === null) return null;
  return instantOf(found, [counted, minute, second], rest.slice(match[0].length), time);
}

/**
 * An hour of the day, 0 to 23, of one told in halves; null where the two contradict each other. By the clocks of
 * Windows in Chinese, 上午 12:30 is half past midnight; whose midnight 晚上 12:30 is, nobody can say.
 */
function hourOfDay(hour: number, word: string | undefined): number | null {
  if (word === undefined) return hour;
  const said = word.toUpperCase().replaceAll(".", "");
  if (said === "中午") return hour < 3 ? hour + 12 : hour >= 11 && hour <= 14 ? hour : null;
  if (["AM", "上午", "凌晨", "清晨", "早晨", "早上"].includes(said)) {
    return hour > 12 ? null : hour % 12;
  }
  if (hour > 12) return hour;
  if (hour === 12) return ["PM", "下午"].includes(said) ? 12 : null;
  return hour === 0 ? null : hour + 12;
}

/** The instant of a time of day on a day of the club, or of the place that an offset names. */
function instantOf(
  found: Day | null,
  [hour, minute, second]: Clock,
  rest: string,
  time: ClubTime,
): CellDate | null {
  if (found === null || hour > 23 || minute > 59 || second >= 60) return null;
  if (rest.trim() === "") {
    return { at: time.instantOf(found, hour, minute, Math.floor(second)), day: found };
  }
  const match = offset.exec(rest);
  if (!match) return null;
  const [, sign, hours = "0", minutes = "0"] = match;
  const ahead = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  if (Math.abs(ahead) > MOST_AHEAD || Number(minutes) > 59) return null;
  const there = Date.parse(`${found}T00:00:00Z`) + ((hour * 60 + minute) * 60 + second) * 1000;
  const at = new Date(there - ahead * 60_000);
  return { at, day: time.dayOf(at) };
}

/** No place is further from UTC, in minutes. */
const MOST_AHEAD = 14 * 60;

/** A fraction is a part of the day, exact to the second. */
function momentOfSerial(count: number, fraction: string | undefined, time: ClubTime): CellDate {
  const seconds = fraction === undefined ? 0 : Math.round(Number(`0.${fraction}`) * 86_400);
  const day = addDays(spreadsheetDayZero, count + Math.floor(seconds / 86_400));
  const rest = seconds % 86_400;
  if (rest === 0) return { at: time.startOfDay(day), day };
  const hour = Math.floor(rest / 3600);
  return { at: time.instantOf(day, hour, Math.floor((rest % 3600) / 60), rest % 60), day };
}
