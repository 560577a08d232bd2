import { MOST_DAYS_AHEAD } from "#app/modules/leads/next-action.ts";
import { nextOpen, type WorkingHours } from "#app/modules/working-hours/due-within.ts";
import { addDays, type ClubTime, type Day } from "#app/platform/club-time.ts";

export type PauseRefusal = "day-past" | "day-too-far";

/**
 * By when there is something to do where the friend asked for a day: the clock stands until that day begins, and goes
 * on to the end of it, or of the next day on which somebody works.
 *
 * @param day on which the friend wants to be called; tomorrow at the earliest.
 */
export function pauseUntil(
  day: Day,
  now: Date,
  hours: WorkingHours,
  time: ClubTime,
): { ok: true; until: Date; dueAt: Date } | { ok: false; refusal: PauseRefusal } {
  const today = time.dayOf(now);
  if (day <= today) return { ok: false, refusal: "day-past" };
  if (day > addDays(today, MOST_DAYS_AHEAD)) return { ok: false, refusal: "day-too-far" };
  const until = time.startOfDay(day);
  const opens = time.dayOf(nextOpen(until, hours, time));
  const closesAt = [Math.floor(hours.closesAt / 60), hours.closesAt % 60] as const;
  return { ok: true, until, dueAt: time.instantOf(opens, ...closesAt, 0) };
}
