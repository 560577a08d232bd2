import { db } from "#app/platform/db.server.ts";

/** The tables of the ledger that only ever grow. */
export const HISTORY = ["txn", "posting", "status_entry", "lot_use", "hold_lot", "seal"] as const;

/** The tables of the ledger that carry a running state. */
export const RUNNING = ["account", "lot", "hold"] as const;

/** How many rows each table of the ledger has. */
export async function countRows(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of [...HISTORY, ...RUNNING]) {
    const [row] = await db().$queryRawUnsafe<{ count: number }[]>(
      `select count(*)::int as count from ledger.${table}`,
    );
    counts[table] = row?.count ?? 0;
  }
  return counts;
}
