import { adjustPoints } from "#app/modules/ledger/adjust-points.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { loadOpenHolds, loadPendingAwards } from "#app/modules/ledger/load-unavailable.server.ts";
import { releaseHold } from "#app/modules/ledger/release-hold.server.ts";
import { reverseEntry } from "#app/modules/ledger/reverse-entry.server.ts";
import type { Db } from "#app/platform/db.server.ts";

const REASON = "account-closed";

/**
 * Takes everything out of an account's books, in the caller's transaction, by entries that say why: points
 * set aside are freed, pending awards are taken back, what is available is written off, and so is a debt.
 * Afterwards the account holds and owes nothing, and the club's liability is the smaller by it.
 *
 * Done again, it does nothing more, or takes out what was booked since.
 */
export async function emptyAccount(db: Db, accountId: number): Promise<void> {
  for (const holdId of await loadOpenHolds(db, accountId)) {
    await releaseHold(db, {
      scope: "closing",
      key: `hold/${holdId}`,
      holdId,
      meta: { for: "cancellation", reason: REASON },
    });
  }
  // Pending points can be neither spent nor written off: only the award as a whole can be taken back.
  for (const entryId of await loadPendingAwards(db, accountId)) {
    const answer = await reverseEntry(db, {
      scope: "closing",
      key: `award/${entryId}`,
      entryId,
      meta: { for: "correction", reason: REASON },
    });
    if (!answer.ok) throw new Error(`Award ${entryId} could not be taken back: ${answer.refusal}`);
  }
  const { available, version } = await loadBalance(db, accountId);
  if (available > 0) await writeOff(db, accountId, -available, version);
  // Taking an award back may find its points gone, and leave a debt that nobody will repay.
  const left = await loadBalance(db, accountId);
  if (left.debt > 0) await writeOff(db, accountId, left.debt, left.version);
}

async function writeOff(db: Db, accountId: number, points: number, version: number): Promise<void> {
  const answer = await adjustPoints(db, {
    scope: "closing",
    key: `${accountId}/${version}`,
    accountId,
    points,
    lapsesAt: null,
    meta: { for: "closing", reason: REASON },
  });
  if (!answer.ok) throw new Error(`Account ${accountId} could not be emptied: ${answer.refusal}`);
}
