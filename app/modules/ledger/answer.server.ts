import type { Booked } from "./entry.ts";
import { type DatabaseInteger, toPoints } from "./points.ts";

/** A row of `ledger.answer`, as every writing function gives it. */
export type AnswerRow = {
  outcome: string;
  txn_id: DatabaseInteger | null;
  balance: DatabaseInteger | null;
  available: DatabaseInteger | null;
};

/**
 * Reads an answer that can only be a booking.
 *
 * @throws Error when it is a refusal after all, which means that the SQL and this code disagree.
 */
export function booked(row: AnswerRow): Booked {
  if (row.outcome !== "ok" && row.outcome !== "replayed") {
    throw new Error(`The ledger refused what it does not refuse: ${row.outcome}`);
  }
  return {
    ok: true,
    entryId: toPoints(row.txn_id ?? Number.NaN),
    replayed: row.outcome === "replayed",
    balance: toPoints(row.balance ?? Number.NaN),
  };
}
