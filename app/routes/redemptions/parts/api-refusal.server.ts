import { type Problem, problem } from "#app/modules/api/problem.ts";
import type { GiftRefusal } from "#app/modules/redemptions/redeem-gift.server.ts";

/** Why a gift is not taken, as other programs read it: `reason` for them, `detail` for whoever reads their log. */
export function refusedGift(refused: { sku: string } & GiftRefusal): Problem {
  if (refused.refusal === "no-such-gift") {
    return problem("no-such-gift", { detail: `SKU ${refused.sku}.` });
  }
  return problem("redemption-refused", {
    reason: refused.refusal,
    detail: `SKU ${refused.sku}: ${detailOf(refused)}`,
  });
}

function detailOf(refused: Exclude<GiftRefusal, { refusal: "no-such-gift" }>): string {
  switch (refused.refusal) {
    case "not-yet":
      return `it can be taken from ${refused.from.toISOString()}.`;
    case "closed":
      return "it can be taken no longer.";
    case "gold-only":
      return "it is for gold members.";
    case "member-limit":
      return `a member may take ${refused.limit}; ${refused.left} more are left to this one.`;
    case "total-limit":
      return `${refused.left} more may be taken by anybody.`;
    case "out-of-stock":
      return `${refused.free} can be had at once.`;
    case "price-changed":
      return `one costs ${refused.price.points} points and ${refused.price.moneyMinor} in minor units now.`;
    case "too-few-points":
      return `${refused.missing} points are missing.`;
    case "no-such-store":
      return "collect_at names no store that is open.";
    case "address-needed":
      return "it is shipped, so it needs an address.";
  }
}
