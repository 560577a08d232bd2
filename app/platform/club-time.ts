/**
 * Calendar days of one club, in its time zone.
 *
 * Days are written `YYYY-MM-DD`; instants are `Date`. Every "end" is given as the first instant that is
 * no longer inside, so that a comparison is always `now < end` and nothing is lost or kept for the last
 * second of a day. Answers that depend only on a day are remembered: an import asks for the same few
 * hundred days a hundred thousand times.
 *
 * The calendar ends with 9999-12-31, which other systems write for "no end": what would lie beyond it is
 * that day, and its end is the last instant that still has a year of four digits in UTC.
 */
import { DateTime, IANAZone } from "luxon";

/** A calendar day as `YYYY-MM-DD`. */
export type Day = string;

export type ClubTime = {
  /** The IANA name of the zone, such as `Asia/Shanghai`. */
  readonly zone: string;
  /** The first instant of a day. Where midnight is skipped by a clock change, the instant after it. */
  startOfDay(day: Day): Date;
  /** The first instant after a day. */
  endOfDay(day: Day): Date;
  /** The day an instant falls on. */
  dayOf(instant: Date): Day;
  /**
   * The instant of a wall-clock time. A time that a clock change skips is moved forward by the gap; one
   * that happens twice is its first.
   */
  instantOf(day: Day, hour: number, minute: number, second: number): Date;
};

const DAY_MS = 86_400_000;
const LAST_DAY: Day = "9999-12-31";
const LAST_MS = Date.UTC(10_000, 0) - 1;
const clubs = new Map<string, ClubTime>();

/**
 * The calendar of a zone. One is kept per zone, with what it has learnt.
 *
 * @throws RangeError when the zone is not an IANA time zone: a setting that nobody can work around.
 */
export function clubTime(zone: string): ClubTime {
  const known = clubs.get(zone);
  if (known) return known;
  if (!IANAZone.isValidZone(zone)) throw new RangeError(`Not an IANA time zone: ${zone}`);
  const made = buildClubTime(zone);
  clubs.set(zone, made);
  return made;
}

function buildClubTime(zone: string): ClubTime {
  const starts = new Map<Day, number>();
  let offsetMs = 0;

  function startMs(day: Day): number {
    const known = starts.get(day);
    if (known !== undefined) return known;
    const [year, month, dayOfMonth] = partsOf(day);
    const ms = firstInstant(DateTime.fromObject({ year, month, day: dayOfMonth }, { zone }));
    starts.set(day, ms);
    return ms;
  }

  return {
    zone,
    startOfDay: (day) => new Date(startMs(day)),
    endOfDay: (day) =>
      new Date(
        day === LAST_DAY ? Math.min(startMs(day) + DAY_MS, LAST_MS) : startMs(addDays(day, 1)),
      ),
    dayOf(instant) {
      const ms = instant.getTime();
      // The offset of the last instant asked about is right for nearly all of the next; the day's own
      // boundaries say whether it was.
      const guess = dayOfUtc(ms + offsetMs);
      if (startMs(guess) <= ms && ms < startMs(addDays(guess, 1))) return guess;
      const local = DateTime.fromMillis(ms, { zone });
      offsetMs = local.offset * 60_000;
      return dayOfUtc(ms + offsetMs);
    },
    instantOf(day, hour, minute, second) {
      const start = startMs(day);
      const wholeDay = startMs(addDays(day, 1)) - start === DAY_MS;
      if (wholeDay) return new Date(start + ((hour * 60 + minute) * 60 + second) * 1000);
      const [year, month, dayOfMonth] = partsOf(day);
      return new Date(
        firstInstant(
          DateTime.fromObject({ year, month, day: dayOfMonth, hour, minute, second }, { zone }),
        ),
      );
    },
  };
}

/** A wall-clock time that happens twice means its first; luxon alone would answer by today's season. */
function firstInstant(local: DateTime): number {
  return Math.min(...local.getPossibleOffsets().map((each) => each.toMillis()));
}

const nextDays = new Map<Day, Day>();

/** The day `count` days later (or earlier, when negative). */
export function addDays(day: Day, count: number): Day {
  if (count !== 1) return dayOfUtc(utcOf(day) + count * DAY_MS);
  const known = nextDays.get(day);
  if (known) return known;
  const next = dayOfUtc(utcOf(day) + DAY_MS);
  nextDays.set(day, next);
  return next;
}

/** The same day of the month `count` months later, or that month's last day: 31 January → 28 February. */
export function addMonths(day: Day, count: number): Day {
  const [y, m, d] = partsOf(day);
  const lastOfMonth = new Date(Math.min(Date.UTC(y, m - 1 + count + 1, 0), LAST_MS));
  return isoDay(
    lastOfMonth.getUTCFullYear(),
    lastOfMonth.getUTCMonth() + 1,
    Math.min(d, lastOfMonth.getUTCDate()),
  );
}

/** The last day of the month that lies `months` months after the day's own month. */
export function endOfMonthAfter(day: Day, months: number): Day {
  const [y, m] = partsOf(day);
  return dayOfUtc(Date.UTC(y, m + months, 0));
}

/** Whole days from one day to another; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utcOf(to) - utcOf(from)) / DAY_MS);
}

/** 1 Monday to 7 Sunday, as ISO 8601 counts them. */
export function weekdayOf(day: Day): number {
  return new Date(utcOf(day)).getUTCDay() || 7;
}

/** The day of three numbers, or null where the calendar has no such day (31 April, 29 February 2026). */
export function dayFrom(year: number, month: number, dayOfMonth: number): Day | null {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || dayOfMonth < 1) return null;
  if (dayOfMonth > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return isoDay(year, month, dayOfMonth);
}

/** The day written in a cell or field as `YYYY-MM-DD`, or null when it is none. */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dayFrom(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

function partsOf(day: Day): [year: number, month: number, dayOfMonth: number] {
  if (parseDay(day) === null) throw new RangeError(`Not a day: ${day}`);
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function utcOf(day: Day): number {
  const [y, m, d] = partsOf(day);
  return Date.UTC(y, m - 1, d);
}

const utcDays = new Map<number, Day>();

function dayOfUtc(ms: number): Day {
  const index = Math.floor(Math.min(ms, LAST_MS) / DAY_MS);
  const known = utcDays.get(index);
  if (known) return known;
  const at = new Date(index * DAY_MS);
  const day = isoDay(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
  utcDays.set(index, day);
  return day;
}

function isoDay(year: number, month: number, dayOfMonth: number): Day {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}
