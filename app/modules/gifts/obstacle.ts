import { type GiftDates, type GiftTier, isVisible, openness } from "./gift.ts";

/** What of a gift can keep somebody from taking it, whatever it costs. */
export type RestrictedGift = GiftDates & {
  tier: GiftTier;
  limitPerMember: number | null;
  limitTotal: number | null;
};

/** What is known of a gift and of whoever wants it in one moment. */
export type GiftMoment = {
  now: Date;
  /** Pieces that are wanted. */
  quantity: number;
  memberTier: GiftTier;
  /** Pieces of this gift that the member, and that everybody, has taken so far. */
  takenByMember: number;
  takenByAll: number;
  /** The most pieces that one shelf has free. */
  free: number;
};

export type GiftObstacle =
  /** Not shown to members, or archived. */
  | { refusal: "no-such-gift" }
  | { refusal: "not-yet"; from: Date }
  | { refusal: "closed" }
  | { refusal: "gold-only" }
  /** `left`: how many more of them may be taken. */
  | { refusal: "member-limit"; limit: number; left: number }
  | { refusal: "total-limit"; left: number }
  /** `free`: the most that can be had at once. */
  | { refusal: "out-of-stock"; free: number };

/**
 * What stands between a member and a gift before its price is asked, or null.
 *
 * Checks run from the gift outwards: whoever cannot have it at all is not told that it is sold out.
 */
export function obstacleTo(gift: RestrictedGift, moment: GiftMoment): GiftObstacle | null {
  const { now, quantity } = moment;
  if (!isVisible(gift, now)) return { refusal: "no-such-gift" };
  const open = openness(gift, now);
  if (open === "not-yet") return { refusal: "not-yet", from: gift.availableFrom ?? now };
  if (open === "closed") return { refusal: "closed" };
  if (gift.tier === "gold" && moment.memberTier !== "gold") return { refusal: "gold-only" };
  const limit = gift.limitPerMember;
  if (limit !== null && quantity > limit - moment.takenByMember) {
    return { refusal: "member-limit", limit, left: Math.max(0, limit - moment.takenByMember) };
  }
  if (gift.limitTotal !== null && quantity > gift.limitTotal - moment.takenByAll) {
    return { refusal: "total-limit", left: Math.max(0, gift.limitTotal - moment.takenByAll) };
  }
  if (quantity > moment.free) return { refusal: "out-of-stock", free: moment.free };
  return null;
}
