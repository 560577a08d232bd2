import type { Db } from "#app/platform/db.server.ts";
import type { EntryKind, EntryMeta } from "./entry.ts";

/** An entry whose status points count in a window. */
export type CountedEntry = {
  entryId: number;
  kind: EntryKind;
  meta: EntryMeta;
  points: number;
  countsAt: Date;
};

type Row = {
  entry_id: bigint;
  kind: EntryKind;
  meta: EntryMeta;
  points: bigint;
  counts_at: Date;
};

/**
 * The entries of an account whose status points count in a window, both ends included, the latest first.
 * A reversal is netted with what it reverses: an award taken back brings nothing and is not listed.
 */
export async function loadStatusEntries(
  db: Db,
  accountId: number,
  { from, through }: { from: Date; through: Date },
): Promise<CountedEntry[]> {
  const rows = await db.$queryRaw<Row[]>`
    select award.id as entry_id, award.kind, award.meta, net.points, net.counts_at
    from (
      select coalesce(txn.reverses, txn.id) as id, status.counts_at, sum(status.points)::bigint as points
      from ledger.status_entry status join ledger.txn on txn.id = status.txn_id
      where status.account_id = ${accountId}::bigint
        and status.counts_at between ${from}::timestamptz and ${through}::timestamptz
      group by 1, 2 having sum(status.points) <> 0
    ) net
    join ledger.txn award on award.id = net.id
    order by net.counts_at desc, award.id desc`;
  return rows.map((row) => ({
    entryId: Number(row.entry_id),
    kind: row.kind,
    meta: row.meta,
    points: Number(row.points),
    countsAt: row.counts_at,
  }));
}
