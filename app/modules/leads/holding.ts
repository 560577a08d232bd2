import { addDays, type ClubTime } from "#app/platform/club-time.ts";

/**
 * Until when a friend is the referrer's who named them first (product.md: "first come, 90 days"): to the end of the
 * day so many days after what was really done with the lead, the last time.
 *
 * @param days at least one.
 * @returns the first instant at which it is nobody's.
 */
export function holdsUntil(lastActivity: Date, days: number, time: ClubTime): Date {
  return time.endOfDay(addDays(time.dayOf(lastActivity), days));
}

/**
 * Whether a lead still keeps others from naming the same friend. One that is on its way to a sale does not run out
 * while a car is on order; one that ended, other than lost, holds nobody.
 */
export function isHeld(
  lead: { ended: string | null; stage: string; holdsUntil: Date },
  now: Date,
): boolean {
  if (lead.ended !== null && lead.ended !== "lost") return false;
  return lead.stage === "ordered" || lead.stage === "delivered" || now < lead.holdsUntil;
}

/** How long before a friend may be somebody else's whoever named them is told (product.md, "Referrals"). */
export const TOLD_DAYS = 14;

/**
 * Whether it is to be told that a lead soon holds its friend no more: from the beginning of the day so many days before
 * its last. What waits for a car or has ended runs out for nobody.
 */
export function isToldOfEnd(
  lead: { ended: string | null; stage: string; holdsUntil: Date },
  now: Date,
  time: ClubTime,
): boolean {
  if (lead.ended !== null || lead.stage === "ordered" || lead.stage === "delivered") return false;
  const lastDay = time.dayOf(new Date(lead.holdsUntil.getTime() - 1));
  return isHeld(lead, now) && now >= time.startOfDay(addDays(lastDay, -TOLD_DAYS));
}
