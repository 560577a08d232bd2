import { addMonths, type ClubTime } from "#app/platform/club-time.ts";

/** What makes a VIP referrer (product.md, "Referrals"): three accepted leads in 12 months. */
export type VipRules = { leads: number; months: number };

/**
 * Until when somebody is a VIP referrer.
 *
 * @param acceptedAt when their leads were accepted that still stand, in any order.
 * @returns the first instant at which they are none any more; null while they are none.
 */
export function vipUntil(
  acceptedAt: readonly Date[],
  { leads, months }: VipRules,
  now: Date,
  time: ClubTime,
): Date | null {
  const newest = [...acceptedAt].sort((a, b) => b.getTime() - a.getTime());
  const decides = newest[leads - 1];
  if (!decides) return null;
  const until = time.endOfDay(addMonths(time.dayOf(decides), months));
  return now < until ? until : null;
}
