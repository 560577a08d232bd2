import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { callLedger } from "./call-ledger.server.ts";
import type { EntryKind, EntryMeta, LotDrawn, LotMade, StatementEntry } from "./entry.ts";
import { type DatabaseInteger, toPoints, toPointsOrNull } from "./points.ts";

export type StatementPage = {
  /** Lines below this one: the `version` of the last line of the page before. */
  beforeVersion?: number;
  /** Only these kinds. */
  kinds?: EntryKind[];
  /** Lines on the page; 20 unless said otherwise. */
  limit?: number;
};

/** A row of `ledger.statement`, as the driver reads it or as JSON carries it. */
export type StatementRow = {
  version: DatabaseInteger;
  txn_id: DatabaseInteger;
  kind: EntryKind;
  points: DatabaseInteger;
  balance: DatabaseInteger;
  value_at: Date | string;
  effective_at: Date | string;
  created_at: Date | string;
  status_points: DatabaseInteger;
  reverses: DatabaseInteger | null;
  reversed_by: DatabaseInteger | null;
  meta: EntryMeta;
  lots_made: (Omit<LotMade, "availableAt" | "lapsesAt"> & {
    availableAt: string;
    lapsesAt: string;
  })[];
  lots_drawn: (Pick<LotDrawn, "lotId" | "use" | "points"> & {
    lapsesAt: string;
    madeBy: number;
    madeByKind: EntryKind;
    madeByMeta: EntryMeta;
  })[];
};

/** A page of an account's statement, latest line first, in one round trip however long the history. */
export async function loadStatement(
  db: Db,
  accountId: number,
  { beforeVersion, kinds, limit = 20 }: StatementPage = {},
): Promise<StatementEntry[]> {
  const rows = await callLedger<StatementRow>(
    db,
    Prisma.sql`select * from ledger.statement(${accountId}::bigint,
      ${beforeVersion ?? null}::bigint, ${kinds ?? null}::text[], ${limit}::int)`,
  );
  return rows.map(readStatementRow);
}

/** For a page that has the lines of a statement come along in a query of its own. */
export function readStatementRow(row: StatementRow): StatementEntry {
  return {
    version: toPoints(row.version),
    entryId: toPoints(row.txn_id),
    kind: row.kind,
    points: toPoints(row.points),
    balance: toPoints(row.balance),
    valueAt: new Date(row.value_at),
    effectiveAt: new Date(row.effective_at),
    bookedAt: new Date(row.created_at),
    statusPoints: toPoints(row.status_points),
    reverses: toPointsOrNull(row.reverses),
    reversedBy: toPointsOrNull(row.reversed_by),
    meta: row.meta,
    lotsMade: row.lots_made.map((lot) => ({
      ...lot,
      availableAt: readDate(lot.availableAt),
      lapsesAt: readDate(lot.lapsesAt),
    })),
    lotsDrawn: row.lots_drawn.map(({ lotId, use, points, lapsesAt, ...lot }) => ({
      lotId,
      use,
      points,
      lapsesAt: readDate(lapsesAt),
      madeBy: { entryId: lot.madeBy, kind: lot.madeByKind, meta: lot.madeByMeta },
    })),
  };
}

/** A date not known yet is infinitely far off in the ledger, and null here. */
function readDate(text: string): Date | null {
  return text === "infinity" ? null : new Date(text);
}
