import type { Db } from "#app/platform/db.server.ts";
import { toPoints } from "./points.ts";

/** The holds of an account that are running, the earliest first, by the id that `captureHold` and `releaseHold` take. */
export async function loadOpenHolds(db: Db, accountId: number): Promise<number[]> {
  const holds = await db.$queryRaw<{ id: bigint }[]>`
    select txn_id as id from ledger.hold
    where account_id = ${accountId}::bigint and state = 'open' and ends_at > now() order by txn_id`;
  return holds.map(({ id }) => toPoints(id));
}

/** The awards of an account whose points are pending, the earliest first. */
export async function loadPendingAwards(db: Db, accountId: number): Promise<number[]> {
  const awards = await db.$queryRaw<{ id: bigint }[]>`
    select distinct lot.txn_id as id from ledger.lot
    where lot.account_id = ${accountId}::bigint and lot.live and lot.available_at > now() order by 1`;
  return awards.map(({ id }) => toPoints(id));
}
