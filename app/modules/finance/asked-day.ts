import { type ClubTime, type Day, endOfMonthAfter, parseDay } from "#app/platform/club-time.ts";

/** Which day a report is of, and of which state of the books. */
export type AskedDay = {
  /** It is of the end of this day. */
  day: Day;
  /** With what was booked by the end of this day. */
  booked: Day;
};

/**
 * The day that an address asks for (`?day=2026-10-31&booked=2026-11-03`): today where it names none. A past day is
 * told as the books stood at its end, unless it is asked with what was booked by a later day.
 */
export function readAskedDay(query: URLSearchParams, today: Day): AskedDay {
  const asked = (name: string) => parseDay(query.get(name) ?? "");
  const day = asked("day") ?? today;
  if (day >= today || day < "2000-01-01") return { day: today, booked: today };
  const booked = asked("booked") ?? day;
  return { day, booked: booked < day ? day : booked > today ? today : booked };
}

/** The same for the whole month that a day is in: to its last day, or to today where it is not over. */
export function wholeMonthOf({ day, booked }: AskedDay, today: Day): AskedDay {
  const last = endOfMonthAfter(day, 0);
  const through = last < today ? last : today;
  return { day: through, booked: booked < through ? through : booked };
}

/** The same as the ledger takes it. What is not over yet is told as it stands now. */
export function instantsOfAsked({ day, booked }: AskedDay, time: ClubTime, now: Date) {
  const over = (day: Day) => time.endOfDay(day) <= now;
  return {
    until: over(day) ? time.endOfDay(day) : now,
    bookedBefore: over(booked) ? time.endOfDay(booked) : null,
    timeZone: time.zone,
  };
}
