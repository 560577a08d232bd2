import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { AnswerRow } from "./answer.server.ts";
import { callLedgerOnce } from "./call-ledger.server.ts";
import { type Reversal, type ReversalAnswer, readReversal } from "./reverse-entry.server.ts";

/**
 * Undoes a spend, a captured hold or an adjustment downwards. The lots keep their own dates; points
 * of a lot that lapsed in between come back for `graceDays`.
 *
 * @throws SQLSTATE MQ404 for an unknown entry, MQ409 when the key was used for another request.
 */
export async function cancelSpend(
  db: Db,
  cancellation: Reversal & { graceDays?: number },
  now?: Date,
): Promise<ReversalAnswer> {
  const row = await callLedgerOnce<AnswerRow>(
    db,
    Prisma.sql`select outcome, txn_id, balance, available from ledger.cancel_spend(
      ${cancellation.scope}, ${cancellation.key}, ${cancellation.entryId}::bigint,
      ${JSON.stringify(cancellation.meta)}::jsonb, coalesce(${now ?? null}::timestamptz, now()),
      make_interval(days => ${cancellation.graceDays ?? 30}::int))`,
  );
  return readReversal(row);
}
