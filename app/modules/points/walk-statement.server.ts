import type { StatementEntry } from "#app/modules/ledger/entry.ts";
import { loadStatement } from "#app/modules/ledger/load-statement.server.ts";
import type { Db } from "#app/platform/db.server.ts";

const PAGE_SIZE = 500;

/** Every line of an account's statement, the newest first, a page of them in memory at a time. */
export async function* walkStatement(
  db: Db,
  accountId: number,
): AsyncGenerator<StatementEntry[], void, undefined> {
  let beforeVersion: number | undefined;
  for (;;) {
    const page = await loadStatement(db, accountId, { beforeVersion, limit: PAGE_SIZE });
    if (page.length > 0) yield page;
    if (page.length < PAGE_SIZE) return;
    beforeVersion = page.at(-1)?.version;
  }
}
