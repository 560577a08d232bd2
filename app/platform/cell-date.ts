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

const clock = String.raw`(\d{1,2})[:时](\d{2})(?:[:分](?:(\d{2})(?:\.\d+)?秒?)?)?`;
const written = new RegExp(
  String.raw`^(\d{4})\s*(?:([-/.])(\d{1,2})\2(\d{1,2})|年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?)(?:[T\s]*${clock})?$`,
);
const compact = /^(\d{4})(\d{2})(\d{2})(?:[T\s]?(\d{2}):?(\d{2})(?::?(\d{2}))?)?$/;
const serial = /^(\d{5})(?:\.(\d{1,15}))?$/;
const withOffset =
  /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * The moment a cell names, in any of the spellings exports use: `2026-01-02`, `2026/1/2`, `2026.1.2`,
 * `2026年1月2日`, `20260102`, the spreadsheet's day number `46024`, each with or without a time of day, and
 * ISO 8601 with an offset. Clock times are the club's.
 *
 * Null for an empty cell, for words and for days the calendar does not have. Years of two digits and
 * days before months are not guessed at.
 */
export function readCellDate(cell: string, time: ClubTime): CellDate | null {
  const text = cellText(cell);
  let match = written.exec(text);
  if (match) {
    const day = dayOfParts(match[1], match[3] ?? match[5], match[4] ?? match[6]);
    return momentOf(day, match[7], match[8], match[9], time);
  }
  match = compact.exec(text);
  if (match) {
    const day = dayOfParts(match[1], match[2], match[3]);
    return momentOf(day, match[4], match[5], match[6], time);
  }
  match = serial.exec(text);
  if (match) return momentOfSerial(Number(match[1]), match[2], time);
  match = withOffset.exec(text);
  if (match && dayOfParts(match[1], match[2], match[3])) {
    const at = new Date(text);
    return Number.isNaN(at.getTime()) ? null : { at, day: time.dayOf(at) };
  }
  return null;
}

function dayOfParts(year?: string, month?: string, day?: string): Day | null {
  return dayFrom(Number(year), Number(month), Number(day));
}

function momentOf(
  day: Day | null,
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  time: ClubTime,
): CellDate | null {
  if (day === null) return null;
  if (hour === undefined) return { at: time.startOfDay(day), day };
  const [h, m, s] = [Number(hour), Number(minute), Number(second ?? 0)];
  if (h > 23 || m > 59 || s > 59) return null;
  return { at: time.instantOf(day, h, m, s), day };
}

/** A fraction is a part of the day, exact to the second. */
function momentOfSerial(count: number, fraction: string | undefined, time: ClubTime): CellDate {
  const seconds = fraction === undefined ? 0 : Math.round(Number(`0.${fraction}`) * 86_400);
  const day = addDays(spreadsheetDayZero, count + Math.floor(seconds / 86_400));
  const rest = seconds % 86_400;
  if (rest === 0) return { at: time.startOfDay(day), day };
  const hour = Math.floor(rest / 3600);
  return { at: time.instantOf(day, hour, Math.floor((rest % 3600) / 60), rest % 60), day };
}
