import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { callLedger } from "./call-ledger.server.ts";
import type { HeldPoints, PointFlow } from "./entry.ts";
import { type DatabaseInteger, toPoints } from "./points.ts";

/** What is asked of all members' points together. */
export type FlowsAsked = {
  /** What happened before this instant; not in the future. */
  until: Date;
  /** Awards that were booked before this instant; null: all that are booked by now. */
  bookedBefore: Date | null;
  /** In whose calendar the months are. */
  timeZone: string;
};

type FlowRow = {
  month: string;
  what: PointFlow["what"];
  cohort: string | null;
  is_opening: boolean;
  is_pending: boolean;
  lapses: string | null;
  is_debt: boolean;
  points: DatabaseInteger;
};

/** What moved all members' points, summed: see `ledger.flows`. Reads every lot; a month of a cohort is a row. */
export async function loadPointFlows(db: Db, asked: FlowsAsked): Promise<PointFlow[]> {
  const rows = await callLedger<FlowRow>(
    db,
    Prisma.sql`select to_char(month, 'YYYY-MM') as month, what, to_char(cohort, 'YYYY-MM') as cohort,
      is_opening, is_pending, to_char(lapses, 'YYYY-MM') as lapses, is_debt, points
      from ledger.flows(${asked.until}::timestamptz, ${bookedBefore(asked)}, ${asked.timeZone}::text)`,
  );
  return rows.map((row) => ({
    month: row.month,
    what: row.what,
    cohort: row.cohort,
    isOpening: row.is_opening,
    isPending: row.is_pending,
    lapses: row.lapses,
    isDebt: row.is_debt,
    points: toPoints(row.points),
  }));
}

/** The points of all members that were set aside, by the month in which they would lapse. */
export async function loadHeldPoints(db: Db, asked: FlowsAsked): Promise<HeldPoints[]> {
  const rows = await callLedger<{ lapses: string; points: DatabaseInteger }>(
    db,
    Prisma.sql`select to_char(lapses, 'YYYY-MM') as lapses, points
      from ledger.held(${asked.until}::timestamptz, ${bookedBefore(asked)}, ${asked.timeZone}::text)`,
  );
  return rows.map(({ lapses, points }) => ({ lapses, points: toPoints(points) }));
}

/**
 * Points of all members' awards that are dated before `until` and were booked later than the report says: dated back,
 * so that {@link loadPointFlows} leaves them out. What became of them since is not told.
 */
export async function loadDatedBack(db: Db, { until, bookedBefore }: FlowsAsked): Promise<number> {
  if (bookedBefore === null) return 0;
  const [row] = await db.$queryRaw<{ points: DatabaseInteger }[]>`
    select coalesce(sum(lot.original), 0)::bigint as points
    from ledger.txn join ledger.lot on lot.txn_id = txn.id and lot.origin_lot is null
    left join ledger.posting on posting.txn_id = txn.id
    where txn.created_at >= ${bookedBefore}::timestamptz
      and coalesce(posting.value_at, txn.effective_at) < ${until}::timestamptz`;
  return toPoints(row?.points ?? 0);
}

const bookedBefore = ({ bookedBefore }: FlowsAsked) =>
  Prisma.sql`coalesce(${bookedBefore}::timestamptz, 'infinity')`;
