import { setTimeout as sleep } from "node:timers/promises";
import type { Prisma } from "#app/generated.server/prisma/client.ts";
import { type Db, dbPool, db as wholeDatabase } from "#app/platform/db.server.ts";
import { isTransient } from "#app/platform/transient-error.ts";

const ATTEMPTS = 5;

/**
 * Calls a function of the ledger and returns its rows.
 *
 * In the caller's transaction the call is part of it. Otherwise it is a transaction of its own, sent
 * straight over the pool, which takes half of the processor time that it takes through the ORM. What
 * may then succeed when asked again (a deadlock, a connection lost before the answer came) is asked
 * again: every request has a key, so one that was booked after all is replayed, not repeated. Inside
 * a transaction that is the caller's to do, since the whole transaction is gone.
 */
export async function callLedger<Row>(db: Db, sql: Prisma.Sql): Promise<Row[]> {
  if (db !== wholeDatabase()) return db.$queryRaw<Row[]>(sql);
  for (let attempt = 1; ; attempt++) {
    try {
      const { rows } = await dbPool().query(sql.text, sql.values);
      return rows;
    } catch (error) {
      if (attempt === ATTEMPTS || !isTransient(error)) throw error;
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
