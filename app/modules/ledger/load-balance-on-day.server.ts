import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { callLedgerOnce } from "./call-ledger.server.ts";
import { type DatabaseInteger, toPointsOrNull } from "./points.ts";

/**
 * The book balance at the end of a day: available + pending + held − debt, as the statement shows it.
 *
 * @param endOfDay the first instant of the next day, in the club's time zone.
 * @returns null for an account that does not exist.
 */
export async function loadBalanceOnDay(
  db: Db,
  accountId: number,
  endOfDay: Date,
): Promise<number | null> {
  const { balance } = await callLedgerOnce<{ balance: DatabaseInteger | null }>(
    db,
    Prisma.sql`select ledger.balance_on(${accountId}::bigint, ${endOfDay}::timestamptz) as balance`,
  );
  return toPointsOrNull(balance);
}
