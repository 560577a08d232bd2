import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type AnswerRow, booked } from "./answer.server.ts";
import { callLedgerOnce } from "./call-ledger.server.ts";
import type { Booked, EntryKey, EntryMeta } from "./entry.ts";
import { toPointsOrNull } from "./points.ts";

/** An award to take back. */
export type Reversal = EntryKey & { entryId: number; meta: EntryMeta };

/** "not-reversible": the entry is not an award; a spend is cancelled, not reversed. */
export type ReversalRefusal = "already-reversed" | "not-reversible";

export type ReversalAnswer =
  | Booked
  | { ok: false; refusal: "already-reversed"; reversedBy: number | null }
  | { ok: false; refusal: "not-reversible" };

/**
 * Takes an award back, with its status points: what is left of its lot first, then other lots; what
 * is no longer there becomes debt, which the next points repay.
 *
 * @throws SQLSTATE MQ404 for an unknown entry, MQ409 when the key was used for another request.
 */
export async function reverseEntry(
  db: Db,
  reversal: Reversal,
  now?: Date,
): Promise<ReversalAnswer> {
  const row = await callLedgerOnce<AnswerRow>(
    db,
    Prisma.sql`select outcome, txn_id, balance, available from ledger.reverse(
      ${reversal.scope}, ${reversal.key}, ${reversal.entryId}::bigint,
      ${JSON.stringify(reversal.meta)}::jsonb, coalesce(${now ?? null}::timestamptz, now()))`,
  );
  return readReversal(row);
}

/** Reads the answer to a reversal or a cancellation. */
export function readReversal(row: AnswerRow): ReversalAnswer {
  if (row.outcome === "already_reversed") {
    return { ok: false, refusal: "already-reversed", reversedBy: toPointsOrNull(row.txn_id) };
  }
  if (row.outcome === "not_reversible") return { ok: false, refusal: "not-reversible" };
  return booked(row);
}
