import type { Db } from "#app/platform/db.server.ts";
import type { ExportState } from "./export-rules.ts";

/** A copy of somebody's data, as its list shows it. */
export type ExportListed = {
  id: number;
  state: ExportState;
  bytes: number | null;
  createdAt: Date;
  expiresAt: Date | null;
};

const LISTED = 5;

/** The latest copies that somebody asked for, the latest first. */
export async function loadExports(db: Db, personId: number): Promise<ExportListed[]> {
  const rows = await db.dataExport.findMany({
    where: { personId },
    orderBy: { id: "desc" },
    take: LISTED,
    select: { id: true, state: true, bytes: true, createdAt: true, expiresAt: true },
  });
  const now = new Date();
  return rows.map((row) => {
    const over = row.expiresAt !== null && row.expiresAt <= now;
    return { ...row, state: over ? "expired" : (row.state as ExportState) };
  });
}

/** The archive itself, or null where it is not this person's, is not ready, or its days are over. */
export async function openExport(db: Db, personId: number, id: number): Promise<Uint8Array | null> {
  const found = await db.dataExport.findFirst({
    where: { id, personId, state: "ready", expiresAt: { gt: new Date() } },
    select: { content: true },
  });
  return found?.content ?? null;
}
