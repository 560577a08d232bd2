import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { DrawMethod, DrawState } from "./draw-row.server.ts";
import type { PassedOnWhy, WinState } from "./load-public-draw.server.ts";

/** As many as a page shows: the newest. */
const SHOWN = 200;

/** The draws that a member is in, by entry, and what they won: nothing of anybody else. */
export async function loadOwnDraws(on: Db, memberId: number) {
  const rows = await on.drawEntry.findMany({
    where: { memberId },
    orderBy: { id: "desc" },
    take: SHOWN,
    select: {
      ...{ id: true, entry: true, weight: true },
      draw: {
        select: {
          ...{ slug: true, state: true, method: true, titleEn: true, titleZh: true },
          ...{ drawAt: true, claimBy: true, fingerprint: true, frozenAt: true },
        },
      },
      win: {
        select: {
          ...{ id: true, state: true, why: true, namedAt: true },
          prize: { select: { titleEn: true, titleZh: true } },
        },
      },
    },
  });
  return rows.map(({ draw, win, ...entry }) => ({
    ...entry,
    draw: {
      ...draw,
      state: draw.state as DrawState,
      method: draw.method as DrawMethod,
      title: { en: draw.titleEn, zh: draw.titleZh },
      claimBy: draw.claimBy.toISOString().slice(0, 10),
    },
    win: win && {
      ...{ id: win.id, named: win.namedAt !== null },
      state: win.state as WinState,
      why: win.why as PassedOnWhy | null,
      prize: { en: win.prize.titleEn, zh: win.prize.titleZh },
    },
  }));
}

export type OwnEntry = Awaited<ReturnType<typeof loadOwnDraws>>[number];

/** What a member won at turns that always win, the newest first. */
export async function loadOwnTurns(on: Db, memberId: number) {
  const rows = await on.prizeTurn.findMany({
    where: { memberId },
    orderBy: { id: "desc" },
    take: SHOWN,
    select: {
      ...{ id: true, createdAt: true, handedOverAt: true },
      prize: { select: { titleEn: true, titleZh: true } },
      table: { select: { titleEn: true, titleZh: true } },
    },
  });
  return rows.map(({ prize, table, ...turn }) => ({
    ...turn,
    prize: { en: prize.titleEn, zh: prize.titleZh },
    title: { en: table.titleEn, zh: table.titleZh },
  }));
}

/** Shows a winner's name beside their entry, or takes it away again. False for a win that is not theirs. */
export function nameWinner(
  { winId, memberId, named }: { winId: number; memberId: number; named: boolean },
  now = new Date(),
): Promise<boolean> {
  return inRetriedTransaction(async (tx) => {
    const { count } = await tx.drawWin.updateMany({
      where: { id: winId, entry: { memberId } },
      data: { namedAt: named ? now : null },
    });
    return count > 0;
  });
}

/** Lets go of whose an entry was, when they leave: the list stays as it was frozen, by numbers alone. */
export async function eraseEntries(tx: Db, memberId: number): Promise<void> {
  await tx.drawWin.updateMany({ where: { entry: { memberId } }, data: { namedAt: null } });
  await tx.drawEntry.updateMany({
    where: { memberId },
    data: { memberId: null, registrationId: null },
  });
  await tx.prizeTurn.updateMany({ where: { memberId }, data: { memberId: null } });
}
