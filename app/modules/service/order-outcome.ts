import type { RowKind } from "./service-order.ts";

/** What became of a row that is an order; a row that is none is `rejected`. */
export type OrderOutcome = "new" | "unchanged" | "corrected" | "reversed";

/** What is held for an order before a row is judged. */
export type HeldOrder = {
  /** The kind of row whose content the order has now; `cancellation` when nothing else was ever seen. */
  contentFrom: RowKind;
  cancelled: boolean;
  /** The hash of the content the order has now. */
  contentHash: string;
  /** The hashes of every row ever seen for the order, see `orderContentHash`. */
  seen: ReadonlySet<string>;
};

export type OrderDecision = {
  outcome: OrderOutcome;
  /** The row's hash is new to the order and has to be remembered. */
  remember: boolean;
  /** The row's content becomes the order's content. */
  takesContent: boolean;
  /** Whether the order is cancelled from now on. */
  cancelled: boolean;
  /** Whether its award has to be judged again: posted, replaced or taken back. */
  rejudge: boolean;
  /** Why a row changes nothing that is earned although it says something else than is held. */
  note: "older-than-held" | "order-cancelled" | "seen-before" | null;
};

/** Of two rows about one order the higher counts, whichever came first. A cancellation has no content. */
const contentRank: Record<RowKind, number> = { cancellation: 0, order: 1, correction: 2 };

/**
 * Decides what a row does to the order it names.
 *
 * The answer depends on which rows were seen, not on when: a row seen before changes nothing, a
 * correction outranks the order it corrects, and a cancellation outranks both and is final. So an export
 * imported twice, or cut in two and imported back to front, ends in the same place. Only between two
 * rows of one rank does the later count, as nothing in them says which came first.
 */
export function decideOrder(
  row: { rowKind: RowKind; contentHash: string },
  held: HeldOrder | null,
): OrderDecision {
  const cancels = row.rowKind === "cancellation";
  if (held === null) {
    return {
      outcome: cancels ? "reversed" : "new",
      remember: true,
      takesContent: true,
      cancelled: cancels,
      rejudge: !cancels,
      note: null,
    };
  }
  const takesContent = contentRank[row.rowKind] >= contentRank[held.contentFrom];
  if (held.seen.has(row.contentHash)) {
    // It counted once and was overruled by one of its own rank: whoever sends it again may mean it.
    const overruled = takesContent && !held.cancelled && row.contentHash !== held.contentHash;
    return {
      outcome: "unchanged",
      remember: false,
      takesContent: false,
      cancelled: held.cancelled,
      rejudge: false,
      note: overruled ? "seen-before" : null,
    };
  }
  if (held.cancelled) {
    return {
      outcome: "unchanged",
      remember: true,
      takesContent,
      cancelled: true,
      rejudge: false,
      note: "order-cancelled",
    };
  }
  if (cancels) {
    return {
      outcome: "reversed",
      remember: true,
      takesContent: false,
      cancelled: true,
      rejudge: true,
      note: null,
    };
  }
  return {
    outcome: takesContent ? "corrected" : "unchanged",
    remember: true,
    takesContent,
    cancelled: false,
    rejudge: takesContent,
    note: takesContent ? null : "older-than-held",
  };
}

/** What is held once a decision has been carried out. */
export function afterDecision(
  row: { rowKind: RowKind; contentHash: string },
  held: HeldOrder | null,
  decision: OrderDecision,
): HeldOrder {
  const seen = held?.seen ?? new Set<string>();
  return {
    contentFrom: decision.takesContent || held === null ? row.rowKind : held.contentFrom,
    cancelled: decision.cancelled,
    contentHash: decision.takesContent || held === null ? row.contentHash : held.contentHash,
    seen: decision.remember ? new Set([...seen, row.contentHash]) : seen,
  };
}
