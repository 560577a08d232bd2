import { setTimeout as sleep } from "node:timers/promises";
import type { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { isTransient } from "./transient-error.ts";

const ATTEMPTS = 5;

/**
 * Calls a function of the ledger and returns its rows.
 *
 * What may succeed when asked again (a deadlock, a connection lost before the answer came) is asked
 * again: every request has a key, so one that was booked after all is replayed, not repeated. Inside
 * the caller's own transaction that is the caller's to do, since the whole transaction is gone.
 */
export async function callLedger<Row>(db: Db, sql: Prisma.Sql): Promise<Row[]> {
  const ownTransaction = "$transaction" in db;
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$queryRaw<Row[]>(sql);
    } catch (error) {
      if (!ownTransaction || attempt === ATTEMPTS || !isTransient(error)) throw error;
      await sleep(2 ** attempt * 10 * (0.5 + Math.random()));
    }
  }
}

/** {@link callLedger} for functions that answer exactly one row. */
export async function callLedgerOnce<Row>(db: Db, sql: Prisma.Sql): Promise<Row> {
  const [row] = await callLedger<Row>(db, sql);
  if (!row) throw new Error("The ledger answered nothing.");
  return row;
}
