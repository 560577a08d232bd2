import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { AnswerRow } from "./answer.server.ts";
import { callLedgerOnce } from "./call-ledger.server.ts";
import { type HoldAnswer, type HoldClosing, readHoldClosing } from "./capture-hold.server.ts";

/**
 * Gives the points of a hold back. Points that would have lapsed while they were held come back for
 * `graceDays`.
 *
 * @throws SQLSTATE MQ404 for an unknown hold, MQ409 when the key was used for another request.
 */
export async function releaseHold(
  db: Db,
  closing: HoldClosing & { graceDays?: number },
  now?: Date,
): Promise<HoldAnswer> {
  const row = await callLedgerOnce<AnswerRow>(
    db,
    Prisma.sql`select outcome, txn_id, balance, available from ledger.release(
      ${closing.scope}, ${closing.key}, ${closing.holdId}::bigint,
      ${JSON.stringify(closing.meta)}::jsonb, coalesce(${now ?? null}::timestamptz, now()),
      make_interval(days => ${closing.graceDays ?? 30}::int))`,
  );
  return readHoldClosing(row);
}
