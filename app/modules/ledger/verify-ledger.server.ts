import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { callLedgerOnce } from "./call-ledger.server.ts";

/** One promise of the ledger, and what breaks it. */
export type LedgerCheck = {
  /** In words, with hyphens: `balance-is-its-entries`. */
  promise: string;
  ok: boolean;
  breaches: number;
  /** The first few breaches, named. */
  sample: string[];
};

export type LedgerReport = {
  ok: boolean;
  entries: number;
  /** How many of the entries are in the chain. */
  sealed: number;
  /** The chain's end; null when nothing is sealed yet. Noted elsewhere, it is proof later. */
  head: { seal: number; hash: string } | null;
  checks: LedgerCheck[];
};

/**
 * Checks every promise of the ledger against its tables, in one snapshot, beside running business.
 * Takes about a minute per million entries.
 *
 * @param knownHead the hash of a `head` reported earlier, which must still be in the chain.
 */
export async function verifyLedger(db: Db, knownHead?: string): Promise<LedgerReport> {
  const { report } = await callLedgerOnce<{ report: LedgerReport }>(
    db,
    Prisma.sql`select ledger.verify(${knownHead ?? null}::text) as report`,
  );
  return report;
}
