import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { callLedger } from "./call-ledger.server.ts";
import { type DatabaseInteger, toPoints } from "./points.ts";

/**
 * Opens an account per owner, or finds the one that is open.
 *
 * @param owners such as `member:123`; any number in one round trip.
 * @returns account ids by owner.
 */
export async function openAccounts(db: Db, owners: string[]): Promise<Map<string, number>> {
  const rows = await callLedger<{ owner: string; account_id: DatabaseInteger }>(
    db,
    Prisma.sql`select owner, account_id from ledger.open_accounts(${owners}::text[])`,
  );
  return new Map(rows.map((row) => [row.owner, toPoints(row.account_id)]));
}
