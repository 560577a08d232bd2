import { Prisma } from "#app/generated.server/prisma/client.ts";

// What other modules' queries say of an account's statement. See entry-sql.server.ts for the arguments.

/** The latest lines of a statement, latest first, as a JSON list of `StatementRow`. */
export const latestLines = (accountId: Prisma.Sql, limit: number) => Prisma.sql`
  (select coalesce(jsonb_agg(line order by line.version desc), '[]')
    from ledger.statement(${accountId}, null, null, ${limit}::int) line)`;

/** An entry's place in an account's statement, its `version`, as bigint; null where it has none there. */
export const entryVersion = (accountId: Prisma.Sql, entryId: Prisma.Sql) => Prisma.sql`
  (select case when posting.debit = ${accountId} then posting.debit_version
      when posting.credit = ${accountId} then posting.credit_version end
    from ledger.posting where posting.txn_id = ${entryId})`;
