import { DateTime } from "luxon";
import { addDays, type ClubTime, type Day } from "#app/platform/club-time.ts";
import { isWorkingDay, MOST_DAYS, type WorkingWeek } from "./working-week.ts";

/** When a store works. */
export type WorkingHours = WorkingWeek & {
  /** Minutes after midnight of the club's clock. */
  opensAt: number;
  /** Later than it opens, at most 1440. */
  closesAt: number;
};

const DAY_MINUTES = 24 * 60;

/**
 * By when something is done that is to be done within so many hours of working time.
 *
 * Hours pass on working days alone, round the clock: what comes in on Monday at 11:00 and has 24 hours is due on
 * Tuesday at 11:00, and on Friday at 11:00 it is due on Monday at 11:00. What comes in while nobody works counts
 * as come in when the door next opens, and what would be due while nobody works is due when it next opens.
 *
 * @param from when it came in.
 * @throws RangeError where no day is ever a working day.
 */
export function dueWithin(from: Date, hours: number, store: WorkingHours, time: ClubTime): Date {
  const begun = nextOpen(from, store, time);
  let day = time.dayOf(begun);
  let minutes = minutesOfDay(begun, time) + hours * 60;
  for (; minutes >= DAY_MINUTES; minutes -= DAY_MINUTES) {
    day = nextWorkingDay(addDays(day, 1), store);
  }
  // By the clock on the wall, so that a day on which it is put forward is as long as any other.
  return nextOpen(instantAt(day, minutes, time), store, time);
}

/** The instant itself where the store works then, or when it next opens. */
export function nextOpen(from: Date, store: WorkingHours, time: ClubTime): Date {
  const today = time.dayOf(from);
  if (isWorkingDay(today, store)) {
    const minutes = minutesOfDay(from, time);
    if (minutes < store.opensAt) return instantAt(today, store.opensAt, time);
    if (minutes < store.closesAt) return from;
  }
  return instantAt(nextWorkingDay(addDays(today, 1), store), store.opensAt, time);
}

function nextWorkingDay(from: Day, week: WorkingWeek): Day {
  let day = from;
  for (let step = 0; step < MOST_DAYS; step++) {
    if (isWorkingDay(day, week)) return day;
    day = addDays(day, 1);
  }
  throw new RangeError("A store that never works");
}

/** With its seconds as a fraction. */
function minutesOfDay(instant: Date, { zone }: ClubTime): number {
  const { hour, minute, second } = DateTime.fromJSDate(instant, { zone });
  return hour * 60 + minute + second / 60;
}

function instantAt(day: Day, minutes: number, time: ClubTime): Date {
  const seconds = Math.round(minutes * 60);
  return time.instantOf(
    day,
    Math.floor(seconds / 3600),
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  );
}
