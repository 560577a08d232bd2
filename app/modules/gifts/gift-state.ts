import { type GiftDates, isVisible, openness } from "./gift.ts";

/** How a gift stands in the catalogue, for whoever keeps it. */
export const giftStates = ["shown", "not-yet", "ended", "archived"] as const;
export type GiftState = (typeof giftStates)[number];

/**
 * How a gift stands: `shown` is what members see and can take; `not-yet` what they do not see, or cannot take, yet;
 * `ended` what they do not see, or cannot take, any more.
 */
export function giftState(dates: GiftDates, now: Date): GiftState {
  if (dates.archivedAt !== null && dates.archivedAt <= now) return "archived";
  const open = openness(dates, now);
  const isOver = dates.visibleUntil !== null && dates.visibleUntil <= now;
  if (isOver || open === "closed") return "ended";
  return isVisible(dates, now) && open === "open" ? "shown" : "not-yet";
}
