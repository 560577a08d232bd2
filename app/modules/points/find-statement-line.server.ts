import type { Db } from "#app/platform/db.server.ts";

/**
 * Finds an entry's place in a member's statement: its `version`, by which the statement is paged.
 *
 * @returns null where the member's account has no such line.
 */
export async function findStatementLine(
  db: Db,
  number: string,
  entryId: number,
): Promise<number | null> {
  const [row] = await db.$queryRaw<{ version: bigint | null }[]>`
    select case when posting.debit = member.account_id then posting.debit_version
                when posting.credit = member.account_id then posting.credit_version end as version
    from member, ledger.posting
    where member.number = ${number} and posting.txn_id = ${entryId}`;
  return row?.version == null ? null : Number(row.version);
}
