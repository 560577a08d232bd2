import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { AnswerRow } from "./answer.server.ts";
import { callLedgerOnce } from "./call-ledger.server.ts";
import type { EntryKey, EntryMeta } from "./entry.ts";
import { readSpend, type SpendAnswer } from "./spend-points.server.ts";

export type Hold = EntryKey & {
  accountId: number;
  points: number;
  /** From then on the points are free again, whether or not anybody releases them. */
  endsAt: Date;
  meta: EntryMeta;
};

/**
 * Sets points aside, with the lots they are in. The entry's id is the hold's id.
 *
 * @throws SQLSTATE MQ404 for an unknown account, MQ409 when the key was used for another request.
 */
export async function holdPoints(db: Db, hold: Hold, now?: Date): Promise<SpendAnswer> {
  const row = await callLedgerOnce<AnswerRow>(
    db,
    Prisma.sql`select outcome, txn_id, balance, available from ledger.hold(
      ${hold.scope}, ${hold.key}, ${hold.accountId}::bigint, ${hold.points}::bigint,
      ${hold.endsAt}::timestamptz, ${JSON.stringify(hold.meta)}::jsonb,
      coalesce(${now ?? null}::timestamptz, now()))`,
  );
  return readSpend(row);
}
