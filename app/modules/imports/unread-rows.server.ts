import type { Db } from "#app/platform/db.server.ts";

/** A row of a file that cannot be read until somebody says what a word of it means. */
export type UnreadRow = {
  importId: number;
  rowNumber: number;
  /** In one spelling. */
  word: string;
  /** The columns that are read, as they stood in the file. */
  cells: Record<string, string>;
};

/** Keeps rows for when their words are known. */
export async function keepUnreadRows(db: Db, rows: readonly UnreadRow[]): Promise<void> {
  if (rows.length > 0) await db.importRowUnread.createMany({ data: [...rows] });
}

/** Takes the rows out that a word kept from being read, in the order in which they came. */
export async function takeUnreadRows(db: Db, word: string): Promise<UnreadRow[]> {
  const where = { word };
  const rows = await db.importRowUnread.findMany({
    where,
    orderBy: [{ importId: "asc" }, { rowNumber: "asc" }],
  });
  await db.importRowUnread.deleteMany({ where });
  return rows.map(({ createdAt, cells, ...row }) => {
    return { ...row, cells: cells as UnreadRow["cells"] };
  });
}

/** Forgets the rows of a file that is taken back. */
export async function dropUnreadRows(db: Db, importId: number): Promise<void> {
  await db.importRowUnread.deleteMany({ where: { importId } });
}
