import { Prisma } from "#app/generated.server/prisma/client.ts";
import { entryVersion } from "#app/modules/ledger/statement-sql.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/**
 * Finds an entry's place in a member's statement: its `version`, by which the statement is paged.
 *
 * @returns null where the member's account has no such line.
 */
export async function findStatementLine(
  db: Db,
  number: string,
  entryId: number,
): Promise<number | null> {
  const [row] = await db.$queryRaw<{ version: bigint | null }[]>`
    select ${entryVersion(Prisma.sql`member.account_id`, Prisma.sql`${entryId}::bigint`)} as version
    from member where member.number = ${number}`;
  return row?.version == null ? null : Number(row.version);
}
