import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { callLedger } from "./call-ledger.server.ts";
import { type DatabaseInteger, toPoints } from "./points.ts";
import type { Reversal, ReversalRefusal } from "./reverse-entry.server.ts";

/** What became of one reversal of a bulk request. A refusal names the entry it is about. */
export type BulkReversed =
  | { ok: true; entryId: number; replayed: boolean }
  | { ok: false; refusal: ReversalRefusal };

/**
 * Takes many awards back in one round trip, in the order given. A refusal of one leaves the others be.
 *
 * @returns one answer per reversal, in the same order.
 * @throws SQLSTATE MQ404 or MQ409 for any of them; nothing is booked then.
 */
export async function reverseMany(
  db: Db,
  reversals: Reversal[],
  now?: Date,
): Promise<BulkReversed[]> {
  if (reversals.length === 0) return [];
  const entries = reversals.map(({ scope, key, entryId, meta }) => ({
    scope,
    key,
    txn: entryId,
    meta,
  }));
  const rows = await callLedger<{ txn_id: DatabaseInteger; outcome: string }>(
    db,
    Prisma.sql`select txn_id, outcome from ledger.reverse_many(
      ${JSON.stringify(entries)}::jsonb, coalesce(${now ?? null}::timestamptz, now())) order by n`,
  );
  return rows.map((row) =>
    row.outcome === "ok" || row.outcome === "replayed"
      ? { ok: true, entryId: toPoints(row.txn_id), replayed: row.outcome === "replayed" }
      : { ok: false, refusal: row.outcome.replace("_", "-") as ReversalRefusal },
  );
}
