import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";

/** What something has won at a table of prizes, or could have a turn at. */
export type TurnsFor =
  | { state: "had"; tableId: number; title: InBoth; prize: InBoth }
  | { state: "open"; tables: { id: number; title: InBoth }[] };

/**
 * Reads where somebody has had their turn for something, or else at which tables they could: one turn is enough.
 *
 * @param key what the turn is for: see {@link drawAlwaysWins}.
 */
export async function loadTurnsFor(db: Db, key: string): Promise<TurnsFor> {
  const had = await db.prizeTurn.findFirst({
    where: { key },
    include: { table: true, prize: true },
  });
  if (had) {
    const { table, prize } = had;
    return {
      state: "had",
      tableId: table.id,
      title: { en: table.titleEn, zh: table.titleZh },
      prize: { en: prize.titleEn, zh: prize.titleZh },
    };
  }
  const tables = await db.prizeTable.findMany({
    where: { closedAt: null },
    orderBy: { id: "asc" },
    select: { id: true, titleEn: true, titleZh: true },
  });
  return {
    state: "open",
    tables: tables.map(({ id, titleEn: en, titleZh: zh }) => ({ id, title: { en, zh } })),
  };
}
