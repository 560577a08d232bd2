import type { RowKind } from "./service-order.ts";

/** What became of a row that is an order; a row that is none is `rejected`. */
export type OrderOutcome = "new" | "unchanged" | "corrected" | "reversed";

/** What a row says, as far as it decides what becomes of its order. Money in minor units. */
export type SaidOfOrder = { rowKind: RowKind; paid: number };

/** What is held for an order before a row is judged. */
export type HeldOrder = {
  /** The kind of row whose content the order has now; `cancellation` when only money has gone back. */
  contentFrom: RowKind;
  /** What that content says was paid. */
  paid: number;
  cancelled: boolean;
  /** What of it has gone back, where the order lives on; nought of one that is cancelled. */
  refunded: number;
  /** The hash of the content the order has now. */
  contentHash: string;
  /** Every row ever seen for the order, by its hash, see `orderContentHash`. */
  seen: ReadonlyMap<string, SaidOfOrder>;
};

export type OrderDecision = {
  outcome: OrderOutcome;
  /** The row's hash is new to the order and has to be remembered. */
  remember: boolean;
  /** The row's content becomes the order's content. */
  takesContent: boolean;
  /** Whether the order is cancelled from now on. */
  cancelled: boolean;
  /** What of it has gone back from now on, where it is not. */
  refunded: number;
  /** Whether its award has to be judged again: posted, replaced or taken back. */
  rejudge: boolean;
  /** Why a row changes nothing that is earned although it says something else than is held; what to look at. */
  note:
    | "older-than-held"
    | "order-cancelled"
    | "seen-before"
    | "partly-refunded"
    | "refund-too-large"
    | null;
};

/** Of two rows about one order the higher counts, whichever came first. Money that goes back is no content. */
const contentRank: Record<RowKind, number> = {
  cancellation: 0,
  refund: 0,
  order: 1,
  correction: 2,
};

/** Whether a row says that money goes back. */
export const goesBack = (rowKind: RowKind): boolean => contentRank[rowKind] === 0;

/**
 * Decides what a row does to the order it names.
 *
 * The answer depends on which rows were seen, not on when: a row seen before changes nothing, a
 * correction outranks the order it corrects, and what goes back is taken off what was paid, down to nothing. So an
 * export imported twice, or cut in two and imported back to front, ends in the same place. Only between two
 * rows of one rank does the later count, as nothing in them says which came first.
 */
export function decideOrder(
  row: SaidOfOrder & { contentHash: string },
  held: HeldOrder | null,
): OrderDecision {
  const back = goesBack(row.rowKind);
  if (held === null) {
    return {
      outcome: back ? "reversed" : "new",
      remember: true,
      takesContent: true,
      cancelled: back,
      refunded: 0,
      rejudge: !back,
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
      refunded: held.refunded,
      rejudge: false,
      note: overruled ? "seen-before" : null,
    };
  }
  const { cancelled, refunded, tooLarge } = moneyBack(
    [...held.seen.values(), row],
    takesContent ? row.paid : held.paid,
  );
  if (held.cancelled && cancelled) {
    return {
      outcome: "unchanged",
      remember: true,
      takesContent,
      cancelled,
      refunded,
      rejudge: false,
      note: "order-cancelled",
    };
  }
  const rejudge = takesContent || back;
  const outcome = !rejudge ? "unchanged" : back && cancelled ? "reversed" : "corrected";
  const note = back
    ? cancelled
      ? tooLarge
        ? "refund-too-large"
        : null
      : "partly-refunded"
    : rejudge
      ? null
      : "older-than-held";
  return { outcome, remember: true, takesContent, cancelled, refunded, rejudge, note };
}

/**
 * What the rows that send money back come to: a part of what was paid (product rules, "Earning on service": a
 * negative row of less is a partial refund), or the whole. One that says it is the cancellation of a whole (红冲
 * with the sum of the order, or of a row about it that has been corrected since) is final, whatever is paid
 * later under its number.
 *
 * @param paid by the content that counts.
 */
function moneyBack(
  said: readonly SaidOfOrder[],
  paid: number,
): { cancelled: boolean; refunded: number; tooLarge: boolean } {
  const back = said.filter(({ rowKind }) => goesBack(rowKind));
  const wholes = new Set(said.filter((row) => !back.includes(row)).map((row) => row.paid));
  const sum = back.reduce((all, row) => all + Math.abs(row.paid), 0);
  const isFinal = back.some(
    ({ rowKind, paid }) => rowKind === "cancellation" && wholes.has(Math.abs(paid)),
  );
  const cancelled = wholes.size === 0 || isFinal || (back.length > 0 && sum >= paid);
  return { cancelled, refunded: cancelled ? 0 : sum, tooLarge: sum > paid };
}

/** What is held once a decision has been carried out. */
export function afterDecision(
  row: SaidOfOrder & { contentHash: string },
  held: HeldOrder | null,
  decision: OrderDecision,
): HeldOrder {
  const { rowKind, paid, contentHash } = row;
  const { cancelled, refunded } = decision;
  const seen = new Map(held?.seen);
  if (decision.remember) seen.set(contentHash, { rowKind, paid });
  return decision.takesContent || held === null
    ? { contentFrom: rowKind, paid, contentHash, cancelled, refunded, seen }
    : { ...held, cancelled, refunded, seen };
}
