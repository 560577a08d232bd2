import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { callLedger } from "./call-ledger.server.ts";
import type { BulkBooked } from "./earn-many.server.ts";
import { type DatabaseInteger, toPoints } from "./points.ts";
import type { Reversal, ReversalRefusal } from "./reverse-entry.server.ts";

/** What became of one reversal of a bulk request. */
export type BulkReversed = ({ ok: true } & BulkBooked) | { ok: false; refusal: ReversalRefusal };

/**
 * Some awards of a bulk request could not be taken back. Thrown rather than answered: whoever asks knows
 * the awards and has them locked, so a refusal says that the books and the club's tables disagree, and
 * must not go unseen.
 */
export class ReversalsRefused extends Error {
  /** @param answers one per reversal, in the order asked. */
  constructor(
    readonly answers: readonly BulkReversed[],
    reversals: readonly Reversal[],
  ) {
    const refused = answers.flatMap((answer, index) =>
      answer.ok ? [] : [`entry ${reversals[index]?.entryId}: ${answer.refusal}`],
    );
    super(`The ledger would not take back ${refused.slice(0, 10).join(", ")}.`);
  }
}

/**
 * Takes many awards back in one round trip, in the order given. To be called in a transaction: the
 * refusal of one throws, and takes back with the transaction what was booked of the others.
 *
 * @returns one answer per reversal, in the same order.
 * @throws {@link ReversalsRefused}; SQLSTATE MQ404 or MQ409 for any of them, and nothing is booked then.
 */
export async function reverseMany(
  db: Db,
  reversals: Reversal[],
  now?: Date,
): Promise<BulkBooked[]> {
  if (reversals.length === 0) return [];
  const entries = reversals.map(({ scope, key, entryId, meta }) => ({
    scope,
    key,
    txn: entryId,
    meta,
  }));
  const rows = await callLedger<{ txn_id: DatabaseInteger; outcome: string }>(
    db,
    Prisma.sql`select txn_id, outcome from ledger.reverse_many(
      ${JSON.stringify(entries)}::jsonb, coalesce(${now ?? null}::timestamptz, now())) order by n`,
  );
  const answers = rows.map(
    (row): BulkReversed =>
      row.outcome === "ok" || row.outcome === "replayed"
        ? { ok: true, entryId: toPoints(row.txn_id), replayed: row.outcome === "replayed" }
        : { ok: false, refusal: row.outcome.replace("_", "-") as ReversalRefusal },
  );
  const booked = answers.filter((answer) => answer.ok);
  if (booked.length < answers.length) throw new ReversalsRefused(answers, reversals);
  return booked;
}
