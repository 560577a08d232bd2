import type { Db } from "#app/platform/db.server.ts";
import type { DrawState } from "./draw-row.server.ts";

/** So many numbers of the list turn while people wait for one. */
const TURNING = 60;

/** What a big screen shows of a draw: who won what, one after the other, by number and by those names that may stand. */
export async function loadStage(on: Db, drawId: number) {
  const row = await on.draw.findFirst({
    where: { id: drawId, state: { not: "draft" } },
    select: {
      ...{ id: true, slug: true, state: true, titleEn: true, titleZh: true, fingerprint: true },
      entries: { take: TURNING, orderBy: { entry: "asc" }, select: { entry: true } },
      wins: {
        where: { state: { not: "passed-on" } },
        orderBy: { position: "asc" },
        select: {
          ...{ position: true, namedAt: true },
          prize: { select: { titleEn: true, titleZh: true } },
          entry: {
            select: { entry: true, member: { select: { person: { select: { name: true } } } } },
          },
        },
      },
      _count: { select: { entries: true } },
    },
  });
  if (!row) return null;
  return {
    ...{ id: row.id, slug: row.slug, fingerprint: row.fingerprint as string },
    state: row.state as Exclude<DrawState, "draft">,
    title: { en: row.titleEn, zh: row.titleZh },
    entries: row._count.entries,
    turning: row.entries.map(({ entry }) => entry),
    wins: row.wins.map(({ position, namedAt, prize, entry }) => ({
      position,
      entry: entry.entry,
      prize: { en: prize.titleEn, zh: prize.titleZh },
      name: namedAt === null ? null : (entry.member?.person.name ?? null),
    })),
  };
}

export type StageDraw = NonNullable<Awaited<ReturnType<typeof loadStage>>>;
