import type { Actor } from "#app/modules/access/actor.ts";
import { endPromises } from "#app/modules/stock/promise-piece.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { LockedDraw } from "./draw-row.server.ts";
import { keepPieces, type ShortGift } from "./prize-pieces.server.ts";

/**
 * Keeps the pieces of a draw's prizes that are gifts, before its list is frozen.
 *
 * @returns what there is too little of; then nothing of the transaction may stay.
 */
export async function keepDrawPieces(
  tx: Db,
  { id: drawId, titleEn: reason, prizes }: LockedDraw,
  { by }: Actor,
): Promise<ShortGift[]> {
  const kept = await keepPieces(tx, prizes, { reason, by });
  if (!kept.ok) return kept.short;
  let before = 0;
  const data = prizes.flatMap(({ count }, place) => {
    const first = before + 1;
    before += count;
    return (kept.promises[place] ?? []).map((stockPromiseId, each) => ({
      ...{ drawId, piece: first + each, stockPromiseId },
    }));
  });
  if (data.length > 0) await tx.drawPiece.createMany({ data });
  return [];
}

/** The pieces of a draw that are kept for nobody: those that no win has, or has still. */
export async function loadFreePieces(
  on: Db,
  drawId: number,
): Promise<{ piece: number; stockPromiseId: number }[]> {
  return on.$queryRaw`
    select kept.piece, kept.stock_promise_id as "stockPromiseId"
    from draw_piece kept join stock_promise promise on promise.id = kept.stock_promise_id
    where kept.draw_id = ${drawId} and promise.state = 'promised' and not exists (
      select from draw_win win
      where win.draw_id = kept.draw_id and win.piece = kept.piece and win.state <> 'passed-on')
    order by kept.piece`;
}

/**
 * Sets the pieces of a draw free that nobody can win any more, while it is locked.
 *
 * @returns how many there were.
 */
export async function endFreePieces(tx: Db, drawId: number, by: number): Promise<number> {
  const free = await loadFreePieces(tx, drawId);
  if (free.length === 0) return 0;
  const promises = free.map(({ stockPromiseId }) => stockPromiseId);
  await endPromises(tx, promises, by);
  return free.length;
}

/** The pieces of a draw that went back to their shelves for good: nobody is picked for them any more. */
export async function loadEndedPieces(on: Db, drawId: number): Promise<Set<number>> {
  const rows = await on.drawPiece.findMany({
    where: { drawId, promise: { state: "ended" } },
    select: { piece: true },
  });
  return new Set(rows.map(({ piece }) => piece));
}

/** Whether anybody of a draw by hand can still be picked: every household has one win at most. */
export async function canPick(on: Db, drawId: number): Promise<boolean> {
  const [row] = await on.$queryRaw<{ left: boolean }[]>`
    select count(distinct household) > (select count(*) from draw_win where draw_id = ${drawId}) as left
    from draw_entry where draw_id = ${drawId}`;
  return row?.left ?? false;
}
