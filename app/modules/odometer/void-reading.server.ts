import { loadEntryPoints } from "#app/modules/ledger/load-entry.server.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import { reverseEntry } from "#app/modules/ledger/reverse-entry.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";

export type VoidedReading =
  /** `points`: what was taken back with it. */
  { ok: true; points: number } | { ok: false; refusal: "no-reading" };

type Row = { voided_at: Date | null; entry_id: bigint | null };

/**
 * Voids a reading that an owner wrote down by mistake: it stays in the log, struck through with its reason, and
 * counts for nothing. The points it brought are taken back; the month's next reading brings them again. Doing it
 * twice is doing it once.
 *
 * @param reading.memberId whose reading it has to be.
 * @param reading.reason in words, not empty.
 */
export async function voidOwnReading(reading: {
  readingId: number;
  carId: number;
  memberId: number;
  personId: number;
  reason: string;
}): Promise<VoidedReading> {
  const { readingId, carId, memberId, personId, reason } = reading;
  return inRetriedTransaction<VoidedReading>(async (tx) => {
    await takeTurns(tx, "odometer", memberId);
    const [row] = await tx.$queryRaw<Row[]>`
      select voided_at, entry_id from odometer_reading
      where id = ${readingId} and car_id = ${carId} and member_id = ${memberId} and source = 'owner'
      for update`;
    if (!row) return { ok: false, refusal: "no-reading" };
    if (row.voided_at) return { ok: true, points: 0 };
    await tx.odometerReading.update({
      where: { id: readingId },
      data: { voidedAt: new Date(), voidedBy: personId, voidReason: reason },
    });
    if (row.entry_id === null) return { ok: true, points: 0 };
    const entryId = toPoints(row.entry_id);
    const reversed = await reverseEntry(tx, {
      scope: "odometer-voided",
      key: String(readingId),
      entryId,
      meta: { for: "correction", reason: "reading-voided" },
    });
    if (!reversed.ok) return { ok: true, points: 0 };
    return { ok: true, points: await loadEntryPoints(tx, entryId) };
  });
}
