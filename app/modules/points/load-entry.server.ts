import type { StatementEntry } from "#app/modules/ledger/entry.ts";
import { loadStatement } from "#app/modules/ledger/load-statement.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** One entry of an account's statement; null when it is not an entry of this account. */
export async function loadEntry(
  db: Db,
  accountId: number,
  entryId: number,
): Promise<StatementEntry | null> {
  const [line] = await db.$queryRaw<{ version: bigint | null }[]>`
    select case when credit = ${accountId}::bigint then credit_version else debit_version end as version
      from ledger.posting
      where txn_id = ${entryId}::bigint and ${accountId}::bigint in (debit, credit)`;
  if (!line?.version) return null;
  const page = { beforeVersion: Number(line.version) + 1, limit: 1 };
  const [entry] = await loadStatement(db, accountId, page);
  return entry ?? null;
}
