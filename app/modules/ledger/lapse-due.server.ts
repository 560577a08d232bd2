import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { callLedgerOnce } from "./call-ledger.server.ts";

const ACCOUNTS_AT_A_TIME = 1000;

/**
 * Writes the lapse entries that are due, for the statements to show. Balances do not depend on it:
 * they are right by the clock. Safe to run at any time, by any number of processes.
 *
 * @returns for how many accounts there was something to write.
 */
export async function lapseDue(db: Db, now?: Date): Promise<number> {
  let accounts = 0;
  for (;;) {
    const { done } = await callLedgerOnce<{ done: number }>(
      db,
      Prisma.sql`select ledger.lapse_due(${ACCOUNTS_AT_A_TIME}::int,
        coalesce(${now ?? null}::timestamptz, now())) as done`,
    );
    if (done === 0) return accounts;
    accounts += done;
  }
}
