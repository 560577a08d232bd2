import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { callLedger } from "./call-ledger.server.ts";
import type { Balance } from "./entry.ts";
import { type DatabaseInteger, toPoints } from "./points.ts";

type BalanceRow = {
  account_id: DatabaseInteger;
  available: DatabaseInteger;
  pending: DatabaseInteger;
  held: DatabaseInteger;
  debt: DatabaseInteger;
  posted: DatabaseInteger;
  next_lapse_at: Date | null;
  next_lapse_points: DatabaseInteger | null;
  status_points: DatabaseInteger;
  version: DatabaseInteger;
};

/**
 * Balances by the clock, for any number of accounts in one round trip.
 *
 * @param statusMonths the window in which status points count.
 * @returns balances by account id; an account that does not exist is not among them.
 */
export async function loadBalances(
  db: Db,
  accountIds: number[],
  now?: Date,
  statusMonths = 12,
): Promise<Map<number, Balance>> {
  const rows = await callLedger<BalanceRow>(
    db,
    Prisma.sql`select * from ledger.balances(${accountIds}::bigint[],
      coalesce(${now ?? null}::timestamptz, now()), ${statusMonths}::int)`,
  );
  return new Map(rows.map((row) => [toPoints(row.account_id), readBalance(row)]));
}

function readBalance(row: BalanceRow): Balance {
  return {
    accountId: toPoints(row.account_id),
    available: toPoints(row.available),
    pending: toPoints(row.pending),
    held: toPoints(row.held),
    debt: toPoints(row.debt),
    posted: toPoints(row.posted),
    nextLapseAt: row.next_lapse_at,
    nextLapsePoints: toPoints(row.next_lapse_points ?? 0),
    statusPoints: toPoints(row.status_points),
    version: toPoints(row.version),
  };
}
