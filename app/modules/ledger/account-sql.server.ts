import { Prisma } from "#app/generated.server/prisma/client.ts";

// What other modules' queries say of an account as a whole. See entry-sql.server.ts for the arguments.

/**
 * An account by the clock at an instant, as a table of one row to join laterally: the columns of
 * `ledger.balance`, available, pending, held, debt, next_lapse_at and next_lapse_points among them.
 */
export const balanceOf = (accountId: Prisma.Sql, now: Prisma.Sql) =>
  Prisma.sql`ledger.balance(${accountId}, ${now})`;

/** Whether an account owes points as booked; points that have become available since may have repaid them. */
export const owesPoints = (accountId: Prisma.Sql) =>
  Prisma.sql`exists (select from ledger.account where account.id = ${accountId} and account.debt > 0)`;

/** Whether an account is not empty: it has a balance by its entries, or owes points. */
export const holdsOrOwes = (accountId: Prisma.Sql) =>
  Prisma.sql`exists (select from ledger.account
    where account.id = ${accountId} and (account.posted <> 0 or account.debt <> 0))`;

/** Whether more than openings, lapses and corrections is in an account's statement, and was not taken back. */
export const hasDealings = (accountId: Prisma.Sql) => Prisma.sql`exists (
  select from (
    select posting.txn_id from ledger.posting
      where posting.debit = ${accountId} and posting.debit_version is not null
    union all
    select posting.txn_id from ledger.posting
      where posting.credit = ${accountId} and posting.credit_version is not null) line
  join ledger.txn on txn.id = line.txn_id
  where txn.kind not in ('opening', 'lapse', 'reverse')
    and not exists (select from ledger.txn taking_back where taking_back.reverses = txn.id))`;

/**
 * All members' accounts in one, as a table of one row: outstanding, which is available + pending + held −
 * debt, and debt. Reads every account.
 */
export const ALL_ACCOUNTS = Prisma.sql`
  (select sum(account.posted)::bigint as outstanding, sum(account.debt)::bigint as debt
    from ledger.account where account.floor is not null)`;
