import type { GiftPrice } from "#app/modules/gifts/gift.ts";
import {
  type GiftMoment,
  type GiftObstacle,
  obstacleTo,
  type RestrictedGift,
} from "#app/modules/gifts/obstacle.ts";

/** A gift as the rule of taking it sees it. */
export type OfferedGift = RestrictedGift & { price: GiftPrice };

export type RedemptionRefusal =
  | GiftObstacle
  /** What was seen is not what it costs now. */
  | { refusal: "price-changed"; price: GiftPrice }
  | { refusal: "too-few-points"; missing: number };

export type RedemptionDecision =
  | { ok: true; price: GiftPrice }
  | ({ ok: false } & RedemptionRefusal);

/** What is known in the moment in which a gift is taken. */
export type RedemptionMoment = GiftMoment & {
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
  const { quantity, seenPrice } = moment;
  const obstacle = obstacleTo(gift, moment);
  if (obstacle) return { ok: false, ...obstacle };
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
