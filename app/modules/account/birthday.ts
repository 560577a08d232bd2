import type { Birthday } from "#app/modules/person/birthday.ts";
import type { Day } from "#app/platform/club-time.ts";

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
