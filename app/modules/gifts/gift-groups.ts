import type { GiftObstacle } from "./obstacle.ts";
import type { WayToGift } from "./reach.ts";

/** The catalogue's groups, by one's own points. What cannot be had at all stands at the end, whatever it costs. */
export const giftGroups = ["within", "almost", "later", "resting"] as const;
export type GiftGroup = (typeof giftGroups)[number];

/** Three rows of a desk: a group that has more shows the others on a page of its own. */
export const SHOWN_AT_FIRST = 12;

/** Reads which group is asked for whole; null where the catalogue is. */
export const readGiftGroup = (query: URLSearchParams): GiftGroup | null =>
  giftGroups.find((each) => each === query.get("group")) ?? null;

type Grouped = Pick<WayToGift, "reach"> & { obstacle: GiftObstacle | null };

/**
 * Groups gifts, which stay in their order; a group without any is left out.
 *
 * @param only one group, whole; otherwise all of them, each with those it shows at first.
 */
export function groupGifts<Gift extends Grouped>(
  gifts: readonly Gift[],
  only: GiftGroup | null,
): { group: GiftGroup; total: number; gifts: Gift[] }[] {
  return giftGroups
    .filter((group) => only === null || group === only)
    .map((group) => {
      const all = gifts.filter(({ obstacle, reach }) => (obstacle ? "resting" : reach) === group);
      const shown = only === null ? all.slice(0, SHOWN_AT_FIRST) : all;
      return { group, total: all.length, gifts: shown };
    })
    .filter(({ total }) => total > 0);
}
