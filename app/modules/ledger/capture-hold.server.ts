import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type AnswerRow, booked } from "./answer.server.ts";
import { callLedgerOnce } from "./call-ledger.server.ts";
import type { Booked, EntryKey, EntryMeta } from "./entry.ts";

/** What to do with a hold that {@link holdPoints} made. */
export type HoldClosing = EntryKey & { holdId: number; meta: EntryMeta };

export type HoldRefusal = "hold-captured" | "hold-released" | "hold-ended";
export type HoldAnswer = Booked | { ok: false; refusal: HoldRefusal };

/**
 * Spends the points of a hold, from the lots it set aside.
 *
 * @throws SQLSTATE MQ404 for an unknown hold, MQ409 when the key was used for another request.
 */
export async function captureHold(db: Db, closing: HoldClosing, now?: Date): Promise<HoldAnswer> {
  const row = await callLedgerOnce<AnswerRow>(
    db,
    Prisma.sql`select outcome, txn_id, balance, available from ledger.capture(
      ${closing.scope}, ${closing.key}, ${closing.holdId}::bigint, 'system:redemptions',
      ${JSON.stringify(closing.meta)}::jsonb, coalesce(${now ?? null}::timestamptz, now()))`,
  );
  return readHoldClosing(row);
}

/** Reads the answer to a capture or a release. */
export function readHoldClosing(row: AnswerRow): HoldAnswer {
  if (row.outcome.startsWith("hold_")) {
    return { ok: false, refusal: row.outcome.replace("_", "-") as HoldRefusal };
  }
  return booked(row);
}
