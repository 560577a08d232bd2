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
