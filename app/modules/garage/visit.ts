import type { EntryMeta } from "#app/modules/ledger/entry.ts";
import type { Payer } from "#app/modules/rulebook/payer.ts";
import type { WorkKind } from "#app/modules/rulebook/work-kind.ts";
import { type AwardReason, type EarningRules, judgeOrder } from "#app/modules/service/earning.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";

/** A visit to the workshop as its car's holder sees it. */
export type Visit = {
  orderId: number;
  orderNumber: string;
  store: InBoth;
  /** ISO 8601 instant. */
  settledAt: string;
  kind: WorkKind;
  /** Minor units of the club's currency; paid is labour + parts − discount. */
  labourMinor: number;
  partsMinor: number;
  discountMinor: number;
  paidMinor: number;
  /** What of it has gone back since. */
  refundedMinor: number;
  odometerKm: number | null;
  earned: VisitEarned;
};

/** What a visit brought: an entry of the statement, or the reason there is none. */
export type VisitEarned =
  | {
      points: number;
      entryId: number;
      pending: boolean;
      /** What the entry was for, with the arithmetic. */
      meta: EntryMeta;
    }
  | { points: 0; reason: NothingReason };

/** Why an order earned nothing; `not-awarded` when it could have, but came before the owner joined. */
export type NothingReason = Exclude<AwardReason, "earns"> | "not-awarded";

/**
 * Says why an order that has no award standing earned nothing, under the rules of its day.
 *
 * @param order.paidMinor less what has gone back.
 */
export function whyNothing(
  order: { state: "settled" | "reversed"; kind: WorkKind; payer: Payer; paidMinor: number },
  rules: EarningRules,
): NothingReason {
  const { reason } = judgeOrder(
    {
      rowKind: order.state === "reversed" ? "cancellation" : "order",
      kind: order.kind,
      paid: order.paidMinor,
      payer: order.payer,
    },
    // Tier and programme multiply points; they decide nothing about whether there are any.
    { tier: "silver", programme: "" },
    rules,
  ).arithmetic;
  return reason === "earns" ? "not-awarded" : reason;
}
