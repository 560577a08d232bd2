import type { Payer } from "#app/modules/rulebook/payer.ts";
import type { WorkKind } from "#app/modules/rulebook/work-kind.ts";
import type { RowKind } from "./service-order.ts";

/** The numbers of earning on service; `club-rules.ts` of the rule book holds them, versioned, with defaults. */
export type EarningRules = {
  /** Minor units of money paid for one base point. */
  minorPerPoint: number;
  /** The kinds of work that earn. */
  earningKinds: readonly WorkKind[];
  /** Points per base point, in per cent. */
  tierPercent: { silver: number; gold: number };
  /** By card programme: per cent on top, for some kinds of work. */
  programmes: Readonly<
    Record<string, { bonusPercent: number; bonusKinds: readonly WorkKind[] } | undefined>
  >;
};

/** What the holder of the car was when the order was settled. */
export type Earner = { tier: "silver" | "gold"; programme: string };

/** Why an order earned what it did. */
export type AwardReason =
  | "earns"
  | "cancelled"
  | "kind-earns-nothing"
  | "paid-by-someone-else"
  | "payment-unknown"
  | "too-small";

/** Every step from money to points, for the words of an explanation: base → base × tier → + programme. */
export type AwardArithmetic = {
  reason: AwardReason;
  paid: number;
  minorPerPoint: number;
  base: number;
  tier: "silver" | "gold";
  tierPercent: number;
  afterTier: number;
  programme: string;
  programmePercent: number;
  programmePoints: number;
};

export type OrderAward = {
  /** Points before any multiplier. */
  base: number;
  /** Points to spend. */
  points: number;
  /** Status points, by which tiers are judged: the base points. */
  status: number;
  /** The points become available when the owner's account is settled. */
  pending: boolean;
  arithmetic: AwardArithmetic;
};

/**
 * Judges what an order earns: `floor(paid / ¥10)` base points × tier, then the programme's bonus on what
 * that gives, floored at every step (product rules, "Earning on service"). Whole numbers throughout.
 *
 * An order that earns nothing is an answer with noughts and the reason, so that the owner can be told.
 */
export function judgeOrder(
  order: { rowKind: RowKind; kind: WorkKind; paid: number; payer: Payer },
  earner: Earner,
  rules: EarningRules,
): OrderAward {
  const wouldBe = Math.max(0, Math.floor(order.paid / rules.minorPerPoint));
  const reason = reasonOf(order, wouldBe, rules);
  const base = reason === "earns" ? wouldBe : 0;
  const tierPercent = rules.tierPercent[earner.tier];
  const afterTier = Math.floor((base * tierPercent) / 100);
  const programme = rules.programmes[earner.programme];
  const programmePercent = programme?.bonusKinds.includes(order.kind) ? programme.bonusPercent : 0;
  const programmePoints = Math.floor((afterTier * programmePercent) / 100);
  return {
    base,
    points: afterTier + programmePoints,
    status: base,
    pending: base > 0 && order.payer === "on-account",
    arithmetic: {
      reason,
      paid: order.paid,
      minorPerPoint: rules.minorPerPoint,
      base,
      tier: earner.tier,
      tierPercent,
      afterTier,
      programme: earner.programme,
      programmePercent,
      programmePoints,
    },
  };
}

function reasonOf(
  order: { rowKind: RowKind; kind: WorkKind; payer: Payer },
  base: number,
  rules: EarningRules,
): AwardReason {
  if (order.rowKind === "cancellation") return "cancelled";
  if (!rules.earningKinds.includes(order.kind)) return "kind-earns-nothing";
  if (order.payer === "someone-else") return "paid-by-someone-else";
  if (order.payer === "unknown") return "payment-unknown";
  return base === 0 ? "too-small" : "earns";
}
