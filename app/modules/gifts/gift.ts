/** What gifts are: of product.md, "Gifts". */
export const giftKinds = ["keepsake", "car-care", "experience", "voucher"] as const;
export type GiftKind = (typeof giftKinds)[number];

/** How a gift reaches its owner. */
export const fulfilments = ["collect", "ship", "voucher"] as const;
export type Fulfilment = (typeof fulfilments)[number];

/** Of whom a gift is: gold members can take what is for silver ones. */
export const giftTiers = ["silver", "gold"] as const;
export type GiftTier = (typeof giftTiers)[number];

/** What a gift costs: points, and money in the currency's minor unit. */
export type GiftPrice = { points: number; moneyMinor: number };

/** When a gift is shown, and when it can be taken: two different things. Null: no bound. */
export type GiftDates = {
  visibleFrom: Date | null;
  visibleUntil: Date | null;
  availableFrom: Date | null;
  availableUntil: Date | null;
  archivedAt: Date | null;
};

/**
 * Whether members see a gift. What has been archived, or is not shown yet or any more, is not there for
 * them; what they took of it stays theirs.
 */
export function isVisible(dates: GiftDates, now: Date): boolean {
  if (dates.archivedAt !== null && dates.archivedAt <= now) return false;
  if (dates.visibleFrom !== null && now < dates.visibleFrom) return false;
  return dates.visibleUntil === null || now < dates.visibleUntil;
}

/** Whether a gift can be taken by its dates: `not-yet` until its first instant, `closed` from its end on. */
export function openness(dates: GiftDates, now: Date): "open" | "not-yet" | "closed" {
  if (dates.availableFrom !== null && now < dates.availableFrom) return "not-yet";
  if (dates.availableUntil !== null && now >= dates.availableUntil) return "closed";
  return "open";
}
