import { type Day, dayFrom } from "#app/platform/club-time.ts";

/** The day of a birthday, without the year, which the club does not need. */
export type Birthday = { month: number; day: number };

/** Whether the calendar has such a day; 29 February is somebody's birthday. */
export function isBirthday({ month, day }: Birthday): boolean {
  return dayFrom(2024, month, day) !== null;
}

export type BirthdayChange =
  | { ok: true; corrects: boolean }
  | { ok: false; refusal: "corrected-this-year" };

/**
 * Decides whether a member may set their birthday to `wanted`, or leave it out.
 *
 * A birthday brings points once a year, so one that moved about would be asked about at the desk. Entering
 * it for the first time is free; what is there may be corrected once in a calendar year of the club.
 *
 * @param correctedOn the club's day of their latest correction.
 */
export function changeBirthday(
  current: Birthday | null,
  wanted: Birthday | null,
  correctedOn: Day | null,
  today: Day,
): BirthdayChange {
  if (current === null || (current.month === wanted?.month && current.day === wanted.day)) {
    return { ok: true, corrects: false };
  }
  if (correctedOn?.slice(0, 4) === today.slice(0, 4)) {
    return { ok: false, refusal: "corrected-this-year" };
  }
  return { ok: true, corrects: true };
}
