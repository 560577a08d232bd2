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

/**
 * The place in the statement, its `version`, of the latest entry by the end of a day.
 *
 * @param endOfDay as {@link loadBalanceOnDay} takes it.
 * @returns null when there is none.
 */
export async function loadVersionOnDay(
  db: Db,
  accountId: number,
  endOfDay: Date,
): Promise<number | null> {
  const [row] = await db.$queryRaw<{ version: bigint | null }[]>`
    select max(version) as version from (
      (select credit_version as version from ledger.posting
        where credit = ${accountId}::bigint and credit_version is not null and value_at < ${endOfDay}::timestamptz
        order by value_at desc, credit_version desc limit 1)
      union all
      (select debit_version from ledger.posting
        where debit = ${accountId}::bigint and debit_version is not null and value_at < ${endOfDay}::timestamptz
        order by value_at desc, debit_version desc limit 1)
    ) latest`;
  return row?.version ? Number(row.version) : null;
}
