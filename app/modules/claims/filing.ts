import type { NothingReason } from "#app/modules/garage/visit.ts";
import { addMonths, type Day } from "#app/platform/club-time.ts";

/** What is known of an order that has the number a claim names. */
export type KnownOrder = {
  isTheirs: boolean;
  /** The entry of its award, if one stands. */
  entryId: number | null;
  /** Why it earned nothing; null when it earned. */
  nothing: NothingReason | null;
};

export type FilingRefusal =
  | { refusal: "nothing-to-go-by" }
  | { refusal: "not-yet" }
  | { refusal: "too-long-ago"; months: number }
  | { refusal: "on-statement"; entryId: number }
  | { refusal: "earned-nothing"; reason: NothingReason }
  | { refusal: "open-already"; claimId: number }
  | { refusal: "too-many-open"; most: number };

export type FilingDecision = { ok: true } | ({ ok: false } & FilingRefusal);

/** Claims of one member that may be open at a time: who misses more should come to the desk. */
export const MOST_OPEN = 5;

/**
 * Decides whether a claim for a missing visit is taken, or whether its answer is known already.
 *
 * Of an order that is not the member's nothing is said, not even that there is one: such a claim is taken, and
 * the desk looks into it. What is known of their own orders is said before what is wrong with the day.
 *
 * @param claim.today the club's day on which it is filed; `withinMonths` from the club's rules.
 */
export function decideFiling(
  claim: {
    orderNumber: string | null;
    hasPhoto: boolean;
    visitedOn: Day;
    today: Day;
    withinMonths: number;
  },
  known: {
    orders: readonly KnownOrder[];
    openClaims: number;
    /** The member's own open claim about this number. */
    openForOrder: number | null;
  },
): FilingDecision {
  if (claim.orderNumber === null && !claim.hasPhoto) return refuse({ refusal: "nothing-to-go-by" });
  const theirs = known.orders.filter(({ isTheirs }) => isTheirs);
  for (const { entryId } of theirs) {
    if (entryId !== null) return refuse({ refusal: "on-statement", entryId });
  }
  for (const { nothing } of theirs) {
    if (nothing !== null) return refuse({ refusal: "earned-nothing", reason: nothing });
  }
  if (claim.visitedOn > claim.today) return refuse({ refusal: "not-yet" });
  if (claim.visitedOn < addMonths(claim.today, -claim.withinMonths)) {
    return refuse({ refusal: "too-long-ago", months: claim.withinMonths });
  }
  if (known.openForOrder !== null) {
    return refuse({ refusal: "open-already", claimId: known.openForOrder });
  }
  if (known.openClaims >= MOST_OPEN) return refuse({ refusal: "too-many-open", most: MOST_OPEN });
  return { ok: true };
}

const refuse = (refusal: FilingRefusal): FilingDecision => ({ ok: false, ...refusal });
