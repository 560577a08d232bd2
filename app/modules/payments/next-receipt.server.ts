import { loadClub } from "#app/modules/club/load-club.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";

/**
 * The next number of a receipt in the club's year of an instant. Taken last in a transaction, since everybody who
 * takes one after it waits for its end: what fails leaves no gap.
 */
export async function nextReceipt(
  tx: Db,
  at: Date,
): Promise<{ receiptYear: number; receiptNumber: number }> {
  const { timeZone } = await loadClub(tx);
  const receiptYear = Number(clubTime(timeZone).dayOf(at).slice(0, 4));
  await takeTurns(tx, "receipt", receiptYear);
  const { _max } = await tx.payment.aggregate({
    where: { receiptYear },
    _max: { receiptNumber: true },
  });
  return { receiptYear, receiptNumber: (_max.receiptNumber ?? 0) + 1 };
}
