import type { ClubTime, Day } from "#app/platform/club-time.ts";

export type EndDecision =
  | { ok: true; endsAt: Date }
  | { ok: false; refusal: "in-future" | "before-yours" }
  /** The car was in for service, on their account, after that day. */
  | { ok: false; refusal: "visit-after"; day: Day };

/**
 * Decides when a holding ends whose holder parted with the car on a day: that day was still theirs.
 *
 * Not before a visit that was booked to them: its order is theirs and stays so.
 */
export function decideEnd(
  day: Day,
  holding: { startsAt: Date; lastVisitAt: Date | null },
  now: Date,
  time: ClubTime,
): EndDecision {
  const today = time.dayOf(now);
  if (day > today) return { ok: false, refusal: "in-future" };
  if (day < time.dayOf(holding.startsAt)) return { ok: false, refusal: "before-yours" };
  const { lastVisitAt } = holding;
  if (lastVisitAt && time.dayOf(lastVisitAt) > day) {
    return { ok: false, refusal: "visit-after", day: time.dayOf(lastVisitAt) };
  }
  const end = time.endOfDay(day);
  return { ok: true, endsAt: end < now ? end : now };
}

/**
 * From when a car is another's that the desk takes from its holder: the day named, but not before the
 * holding began nor before the last order booked to them, and not later than now.
 */
export function passedOnAt(
  day: Day,
  holding: { startsAt: Date; lastVisitAt: Date | null },
  now: Date,
  time: ClubTime,
): Date {
  const bounds = [time.startOfDay(day), holding.startsAt];
  if (holding.lastVisitAt) bounds.push(new Date(holding.lastVisitAt.getTime() + 1));
  const latest = new Date(Math.max(...bounds.map((bound) => bound.getTime())));
  return latest < now ? latest : now;
}
