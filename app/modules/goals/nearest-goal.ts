import type { GiftTier } from "#app/modules/gifts/gift.ts";
import { reachOf, type Saver, type WayToGift } from "#app/modules/gifts/reach.ts";

/** A gift that somebody saves for. */
export type SavedFor = {
  giftId: number;
  titleEn: string;
  titleZh: string;
  points: number;
  tier: GiftTier;
  /** Pieces that nobody has been promised. */
  free: number;
  /** Whether it can be had by its dates. */
  isOpen: boolean;
};

export type Goal = Pick<SavedFor, "giftId" | "titleEn" | "titleZh" | "points"> & WayToGift;

/** The goal that is reached first, of those that could be had now; null where there is none. */
export function nearestGoal(
  goals: readonly SavedFor[],
  saver: Saver & { tier: GiftTier; almostServices: number },
): Goal | null {
  const [nearest] = goals
    .filter(
      ({ free, isOpen, tier }) => free > 0 && isOpen && (tier !== "gold" || saver.tier === "gold"),
    )
    .map(({ giftId, titleEn, titleZh, points }) => ({
      giftId,
      titleEn,
      titleZh,
      points,
      ...reachOf(points, saver, saver.almostServices),
    }))
    // Of those within reach, the one that was saved for longest: the dearest.
    .sort((a, b) => a.missing - b.missing || b.points - a.points);
  return nearest ?? null;
}
