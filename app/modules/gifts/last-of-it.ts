import type { GiftDates } from "./gift.ts";

/** Where whoever keeps the gifts said nothing, so few pieces are worth a word. */
const FEW = 5;

/** An end that is so near is worth a word. */
const NEAR_DAYS = 14;

/**
 * How many pieces are left of a gift, where they are few enough to be said.
 *
 * @param free pieces that nobody has been promised.
 * @param leftOfAll how many all members together may still take; null without a limit.
 * @param lowAt what the gift itself calls few.
 * @returns null where there are plenty, or none at all.
 */
export function fewLeft(
  free: number,
  leftOfAll: number | null,
  lowAt: number | null,
): number | null {
  const left = leftOfAll === null ? free : Math.min(free, leftOfAll);
  return left > 0 && left <= (lowAt ?? FEW) ? left : null;
}

/** The first instant at which a gift cannot be had any more, by either of its dates; null without one. */
export function endOf({ availableUntil, visibleUntil }: GiftDates): Date | null {
  if (availableUntil === null) return visibleUntil;
  if (visibleUntil === null) return availableUntil;
  return availableUntil < visibleUntil ? availableUntil : visibleUntil;
}

/** The same where it is near and still to come. */
export function lastDayNear(dates: GiftDates, now: Date): Date | null {
  const end = endOf(dates);
  if (end === null || end <= now) return null;
  return end.getTime() - now.getTime() <= NEAR_DAYS * 86_400_000 ? end : null;
}
