import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { callLedger } from "./call-ledger.server.ts";
import { GIVEN_BY } from "./earn-points.server.ts";
import type { Award } from "./entry.ts";
import { type DatabaseInteger, toPoints } from "./points.ts";

/** What became of one entry of a bulk request, in the request's order. */
export type BulkBooked = { entryId: number; replayed: boolean };

/**
 * Gives many awards in one round trip; a thousand or two at a time is fastest. They are booked in the
 * order given, all of them or none.
 *
 * @returns one answer per award, in the same order.
 * @throws as {@link earnPoints} does, for any of them.
 */
export async function earnMany(db: Db, awards: Award[], now?: Date): Promise<BulkBooked[]> {
  if (awards.length === 0) return [];
  const entries = awards.map((award) => {
    const kind = award.kind ?? "earn";
    return {
      scope: award.scope,
      key: award.key,
      account: award.accountId,
      source: GIVEN_BY[kind],
      kind,
      amount: award.points,
      status: award.statusPoints ?? 0,
      availableAt: award.availableAt,
      lapsesAt: award.lapsesAt,
      effectiveAt: award.effectiveAt,
      meta: award.meta,
    };
  });
  const rows = await callLedger<{ txn_id: DatabaseInteger; outcome: string }>(
    db,
    Prisma.sql`select txn_id, outcome from ledger.earn_many(
      ${JSON.stringify(entries)}::jsonb, coalesce(${now ?? null}::timestamptz, now())) order by n`,
  );
  return rows.map((row) => ({
    entryId: toPoints(row.txn_id),
    replayed: row.outcome === "replayed",
  }));
}
