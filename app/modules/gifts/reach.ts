/** How near a gift is by somebody's own points: see {@link reachOf}. */
export type Reach = "within" | "almost" | "later";

/** What a member has, and what brings more. */
export type Saver = {
  /** Points that can be spent, by the clock. */
  available: number;
  /** Points that the next ones repay first. */
  debt: number;
  /** Points that a service of theirs usually brings, with their tier: see {@link pointsPerService}. */
  perService: number;
};

export type WayToGift = {
  reach: Reach;
  /** Points that are still missing; nought where there are enough. */
  missing: number;
  /** About how many services bring them. */
  services: number;
};

/**
 * What a usual service brings in points that can be spent.
 *
 * @param usualBase base points, as standing/way-to-gold works them out from the member's own visits.
 * @param tierPercent what their tier makes of a base point, in per cent.
 */
export const pointsPerService = (usualBase: number, tierPercent: number): number =>
  Math.max(1, Math.floor((usualBase * tierPercent) / 100));

/**
 * How near a price in points is: within reach, almost there where a few services bring the rest, or later.
 *
 * @param almostServices how many services are a few: the club's rule.
 */
export function reachOf(points: number, saver: Saver, almostServices: number): WayToGift {
  if (saver.available >= points) return { reach: "within", missing: 0, services: 0 };
  const missing = points - saver.available + saver.debt;
  const services = Math.ceil(missing / saver.perService);
  return { reach: services <= almostServices ? "almost" : "later", missing, services };
}
