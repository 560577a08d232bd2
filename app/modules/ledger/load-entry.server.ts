import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { StatementEntry } from "./entry.ts";
import { entryPoints } from "./entry-sql.server.ts";
import { loadStatement } from "./load-statement.server.ts";
import { entryVersion } from "./statement-sql.server.ts";

/** One entry of an account's statement; null when it is not an entry of this account. */
export async function loadEntry(
  db: Db,
  accountId: number,
  entryId: number,
): Promise<StatementEntry | null> {
  const version = entryVersion(Prisma.sql`${accountId}::bigint`, Prisma.sql`${entryId}::bigint`);
  const [line] = await db.$queryRaw<{ version: bigint | null }[]>`select ${version} as version`;
  if (!line?.version) return null;
  const page = { beforeVersion: Number(line.version) + 1, limit: 1 };
  const [entry] = await loadStatement(db, accountId, page);
  return entry ?? null;
}

/** The points that an entry moved; 0 where it moved none. */
export async function loadEntryPoints(db: Db, entryId: number): Promise<number> {
  const points = entryPoints(Prisma.sql`${entryId}::bigint`);
  const [row] = await db.$queryRaw<{ points: bigint | null }[]>`select ${points} as points`;
  return Number(row?.points ?? 0);
}
