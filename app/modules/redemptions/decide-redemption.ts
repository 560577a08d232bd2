import {
  type GiftDates,
  type GiftPrice,
  type GiftTier,
  isVisible,
  openness,
} from "#app/modules/gifts/gift.ts";

/** A gift as the rule of taking it sees it. */
export type OfferedGift = GiftDates & {
  tier: GiftTier;
  price: GiftPrice;
  limitPerMember: number | null;
  limitTotal: number | null;
};

export type RedemptionRefusal =
  /** Not shown to members, or archived. */
  | { refusal: "no-such-gift" }
  | { refusal: "not-yet"; from: Date }
  | { refusal: "closed" }
  | { refusal: "gold-only" }
  /** `left`: how many more of them may be taken. */
  | { refusal: "member-limit"; limit: number; left: number }
  | { refusal: "total-limit"; left: number }
  /** `free`: the most that can be had at once. */
  | { refusal: "out-of-stock"; free: number }
  /** What was seen is not what it costs now. */
  | { refusal: "price-changed"; price: GiftPrice }
  | { refusal: "too-few-points"; missing: number };

export type RedemptionDecision =
  | { ok: true; price: GiftPrice }
  | ({ ok: false } & RedemptionRefusal);

/** What is known in the moment in which a gift is taken. */
export type RedemptionMoment = {
  now: Date;
  quantity: number;
  memberTier: GiftTier;
  /** Pieces of this gift that the member, and that everybody, has taken so far. */
  takenByMember: number;
  takenByAll: number;
  /** The most pieces that one shelf has free. */
  free: number;
  /** A piece's price as it stood on the page. */
  seenPrice: GiftPrice;
  /** Points that can be spent; null where the ledger is asked afterwards. */
  available: number | null;
};

/**
 * Decides whether a member may take a gift, and what it costs.
 *
 * Checks run from the gift outwards, so that nobody is told to save points for a gift that has closed, nor
 * asked to agree to a new price of one that is gone.
 */
export function decideRedemption(gift: OfferedGift, moment: RedemptionMoment): RedemptionDecision {
  const { now, quantity, seenPrice } = moment;
  if (!isVisible(gift, now)) return { ok: false, refusal: "no-such-gift" };
  const open = openness(gift, now);
  if (open === "not-yet") {
    return { ok: false, refusal: "not-yet", from: gift.availableFrom ?? now };
  }
  if (open === "closed") return { ok: false, refusal: "closed" };
  if (gift.tier === "gold" && moment.memberTier !== "gold") {
    return { ok: false, refusal: "gold-only" };
  }
  const left = gift.limitPerMember === null ? null : gift.limitPerMember - moment.takenByMember;
  if (gift.limitPerMember !== null && left !== null && quantity > left) {
    const limit = gift.limitPerMember;
    return { ok: false, refusal: "member-limit", limit, left: Math.max(0, left) };
  }
  const leftOfAll = gift.limitTotal === null ? null : gift.limitTotal - moment.takenByAll;
  if (leftOfAll !== null && quantity > leftOfAll) {
    return { ok: false, refusal: "total-limit", left: Math.max(0, leftOfAll) };
  }
  if (quantity > moment.free) return { ok: false, refusal: "out-of-stock", free: moment.free };
  if (seenPrice.points !== gift.price.points || seenPrice.moneyMinor !== gift.price.moneyMinor) {
    return { ok: false, refusal: "price-changed", price: gift.price };
  }
  const price = {
    points: gift.price.points * quantity,
    moneyMinor: gift.price.moneyMinor * quantity,
  };
  if (moment.available !== null && moment.available < price.points) {
    return { ok: false, refusal: "too-few-points", missing: price.points - moment.available };
  }
  return { ok: true, price };
}
