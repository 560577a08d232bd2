import { isStaff, type Role } from "#app/modules/access/roles.ts";
import { addDays, type ClubTime } from "#app/platform/club-time.ts";

/** Days in which somebody may think better of it. */
export const CLOSING_DAYS = 14;

export type ClosingRefusal = "works-here" | "asked-already";

/**
 * Decides whether somebody may ask for their account to be closed, and when it will be: at the end of the
 * club's fourteenth day from today, so that nobody has to know the hour.
 *
 * Whoever works at the dealership cannot: their name stands under what they decided, and their rights
 * would go with them unseen. Somebody who manages the staff takes the role away first.
 */
export function decideClosing(
  account: { roles: readonly Role[]; closesAt: Date | null },
  now: Date,
  time: ClubTime,
): { ok: true; closesAt: Date } | { ok: false; refusal: ClosingRefusal } {
  if (isStaff(account.roles)) return { ok: false, refusal: "works-here" };
  if (account.closesAt) return { ok: false, refusal: "asked-already" };
  return { ok: true, closesAt: time.endOfDay(addDays(time.dayOf(now), CLOSING_DAYS)) };
}
