import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type AnswerRow, booked } from "./answer.server.ts";
import { callLedgerOnce } from "./call-ledger.server.ts";
import type { Booked, EntryKey, EntryMeta } from "./entry.ts";
import { toPoints } from "./points.ts";

export type Spend = EntryKey & { accountId: number; points: number; meta: EntryMeta };

/** A refusal says what there was, so that it can be said to the member. Nothing was taken. */
export type SpendAnswer = Booked | { ok: false; refusal: "insufficient"; available: number };

/**
 * Spends points: the lots that lapse first go first.
 *
 * @throws SQLSTATE MQ404 for an unknown account, MQ409 when the key was used for another request.
 */
export async function spendPoints(db: Db, spend: Spend, now?: Date): Promise<SpendAnswer> {
  const row = await callLedgerOnce<AnswerRow>(
    db,
    Prisma.sql`select outcome, txn_id, balance, available from ledger.spend(
      ${spend.scope}, ${spend.key}, ${spend.accountId}::bigint, ${spend.points}::bigint,
      'system:redemptions', ${JSON.stringify(spend.meta)}::jsonb,
      coalesce(${now ?? null}::timestamptz, now()))`,
  );
  return readSpend(row);
}

/** Reads the answer to a spend, a hold or an adjustment downwards. */
export function readSpend(row: AnswerRow): SpendAnswer {
  if (row.outcome === "insufficient") {
    return { ok: false, refusal: "insufficient", available: toPoints(row.available ?? 0) };
  }
  return booked(row);
}
