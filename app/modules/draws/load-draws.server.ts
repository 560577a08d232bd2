import type { Db } from "#app/platform/db.server.ts";
import type { DrawMethod, DrawState } from "./draw-row.server.ts";

/** How many a page has. */
const PAGE = 20;

export type DrawCursor = { at: Date; id: number };

/**
 * Draws, the last to be drawn first: those that everybody sees, or all.
 *
 * @param after where the page before ended.
 */
export async function loadDraws(
  on: Db,
  { drafts, after }: { drafts: boolean; after: DrawCursor | null },
) {
  const rows = await on.draw.findMany({
    where: {
      ...(!drafts && { state: { not: "draft" } }),
      ...(after && {
        OR: [{ drawAt: { lt: after.at } }, { drawAt: after.at, id: { lt: after.id } }],
      }),
    },
    orderBy: [{ drawAt: "desc" }, { id: "desc" }],
    take: PAGE + 1,
    select: {
      ...{ id: true, slug: true, state: true, method: true, titleEn: true, titleZh: true },
      ...{ drawAt: true, valueDueAt: true },
      _count: { select: { entries: true } },
    },
  });
  const draws = rows.slice(0, PAGE).map(({ titleEn, titleZh, _count, state, method, ...draw }) => ({
    ...draw,
    state: state as DrawState,
    method: method as DrawMethod,
    title: { en: titleEn, zh: titleZh },
    entries: _count.entries,
  }));
  const last = draws.at(-1);
  return { draws, next: rows.length > PAGE && last ? { at: last.drawAt, id: last.id } : null };
}

export type ListedDraw = Awaited<ReturnType<typeof loadDraws>>["draws"][number];
