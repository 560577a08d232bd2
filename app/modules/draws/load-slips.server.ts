import type { Db } from "#app/platform/db.server.ts";

/** So many slips are printed at once: a stack that somebody can cut. */
const SLIPS = 240;

/**
 * The numbers of a draw whose list is closed, to be cut out and picked from a box; null for a draft, and where there is
 * none.
 *
 * @param after the last number before these; all begin with the first otherwise.
 */
export async function loadSlips(on: Db, drawId: number, after: string) {
  const row = await on.draw.findFirst({
    where: { id: drawId, state: { not: "draft" } },
    select: {
      ...{ titleEn: true, titleZh: true },
      entries: {
        where: { entry: { gt: after } },
        orderBy: { entry: "asc" },
        take: SLIPS + 1,
        select: { entry: true },
      },
    },
  });
  if (!row) return null;
  const entries = row.entries.slice(0, SLIPS).map(({ entry }) => entry);
  return {
    title: { en: row.titleEn, zh: row.titleZh },
    entries,
    next: row.entries.length > SLIPS ? (entries.at(-1) ?? null) : null,
  };
}
