import type { Db } from "#app/platform/db.server.ts";
import { type DatabaseInteger, toPoints } from "./points.ts";

/**
 * Points that all members together earned by entries of a time, less those of awards that were taken back in it.
 * Opening balances and what was given by hand are not earned.
 *
 * @param until the first instant that is not in it any more.
 */
export async function loadEarnedPoints(db: Db, from: Date, until: Date): Promise<number> {
  const [row] = await db.$queryRaw<{ points: DatabaseInteger }[]>`
    select coalesce(sum(case when txn.kind = 'earn' then posting.amount
        when taken.kind = 'earn' then -posting.amount end), 0)::bigint as points
    from ledger.txn join ledger.posting on posting.txn_id = txn.id
    left join ledger.txn taken on taken.id = txn.reverses
    where txn.kind in ('earn', 'reverse')
      and txn.effective_at >= ${from}::timestamptz and txn.effective_at < ${until}::timestamptz`;
  return toPoints(row?.points ?? 0);
}
