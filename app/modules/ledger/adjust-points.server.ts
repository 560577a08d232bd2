import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { AnswerRow } from "./answer.server.ts";
import { callLedgerOnce } from "./call-ledger.server.ts";
import type { EntryKey, EntryMeta } from "./entry.ts";
import { readSpend, type SpendAnswer } from "./spend-points.server.ts";

export type Adjustment = EntryKey & {
  accountId: number;
  /** Plus or minus. Minus beyond what is available is refused, not clamped. */
  points: number;
  /** When points given lapse. Of no effect on points taken. */
  lapsesAt: Date | null;
  meta: Extract<EntryMeta, { for: "adjustment" | "closing" }>;
};

/**
 * Corrects a balance by hand. Who may, and who must approve, is the caller's rule.
 *
 * @throws SQLSTATE MQ404 for an unknown account, MQ409 when the key was used for another request.
 */
export async function adjustPoints(
  db: Db,
  adjustment: Adjustment,
  now?: Date,
): Promise<SpendAnswer> {
  const row = await callLedgerOnce<AnswerRow>(
    db,
    Prisma.sql`select outcome, txn_id, balance, available from ledger.adjust(
      ${adjustment.scope}, ${adjustment.key}, ${adjustment.accountId}::bigint,
      ${adjustment.points}::bigint, coalesce(${adjustment.lapsesAt}::timestamptz, 'infinity'),
      ${JSON.stringify(adjustment.meta)}::jsonb, coalesce(${now ?? null}::timestamptz, now()))`,
  );
  return readSpend(row);
}
