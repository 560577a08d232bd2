import { Prisma } from "#app/generated.server/prisma/client.ts";

// What other modules' queries say of one entry. Every piece takes an expression of the query it is put into,
// such as Prisma.sql`visit.award_txn_id`, with its columns qualified.

/** The points that an entry moved, as bigint; null where it moved none, or where there is no such entry. */
export const entryPoints = (entryId: Prisma.Sql) =>
  Prisma.sql`(select posting.amount from ledger.posting where posting.txn_id = ${entryId})`;

/**
 * The points of all entries that moved any, as a table (entry_id, points): for queries over many entries,
 * which may then be joined in whatever way is quickest.
 */
export const POINTS_BY_ENTRY = Prisma.sql`
  (select posting.txn_id as entry_id, posting.amount as points from ledger.posting)`;

/**
 * What stands of the points that an entry moved, as bigint: less what the entry moved that took it back, which is all of
 * them but those that had lapsed. Null where it moved none, or where there is no such entry.
 */
export const standingPoints = (entryId: Prisma.Sql) =>
  Prisma.sql`(select posting.amount - coalesce((select back.amount from ledger.txn taking
      join ledger.posting back on back.txn_id = taking.id where taking.reverses = ${entryId}), 0)
    from ledger.posting where posting.txn_id = ${entryId})`;

/** What an entry was for, as `EntryMeta`; null where there is no such entry. */
export const entryMeta = (entryId: Prisma.Sql) =>
  Prisma.sql`(select txn.meta from ledger.txn where txn.id = ${entryId})`;

/** Whether the points that an entry gave cannot be spent yet; false where it gave none. */
export const isEntryPending = (entryId: Prisma.Sql) =>
  Prisma.sql`coalesce((select bool_or(lot.available_at > now()) from ledger.lot
    where lot.txn_id = ${entryId}), false)`;

/** Whether a request was booked: see `EntryKey`. */
export const isBooked = (scope: string, key: Prisma.Sql) =>
  Prisma.sql`exists (select from ledger.txn where txn.scope = ${scope} and txn.idem_key = ${key})`;

/**
 * An award as it was booked, as a table of one row to join laterally; no row where there is no such entry.
 *
 * Its columns: account_id; tier, as its arithmetic names it; counts_at; points and status, null where it
 * gave none; pending, whether its dates are not known yet; available_late, the day its points became
 * available where that was later than they were earned. The last two are null where it gave no points.
 */
export const awardOf = (entryId: Prisma.Sql) => Prisma.sql`(
  select txn.account_id, txn.meta ->> 'tier' as tier, txn.effective_at as counts_at,
    posting.amount as points,
    (select status.points from ledger.status_entry status
      where status.account_id = txn.account_id and status.counts_at = txn.effective_at
        and status.txn_id = txn.id) as status,
    lot.available_at = 'infinity' as pending,
    case when lot.available_at > txn.effective_at and lot.available_at < 'infinity'
      then lot.available_at end as available_late
  from ledger.txn left join ledger.posting on posting.txn_id = txn.id
    left join ledger.lot on lot.txn_id = txn.id and lot.origin_lot is null
  where txn.id = ${entryId})`;
