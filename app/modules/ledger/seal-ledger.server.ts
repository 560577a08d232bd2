import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { callLedgerOnce } from "./call-ledger.server.ts";

/** Small enough that a link names few entries when it is found broken. */
const ENTRIES_PER_LINK = 1000;

/**
 * Seals what was booked since the last time into the SHA-256 chain, so that a later edit of history
 * shows. Entries younger than the oldest running transaction wait for the next run.
 *
 * @returns how many entries were sealed.
 */
export async function sealLedger(db: Db): Promise<number> {
  let entries = 0;
  for (;;) {
    const { sealed } = await callLedgerOnce<{ sealed: number }>(
      db,
      Prisma.sql`select ledger.seal(${ENTRIES_PER_LINK}::int) as sealed`,
    );
    if (sealed === 0) return entries;
    entries += sealed;
  }
}
