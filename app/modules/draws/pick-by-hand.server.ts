import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { canPick, endFreePieces, loadEndedPieces } from "./draw-pieces.server.ts";
import { lockDraw, piecesOf } from "./draw-row.server.ts";
import { tellWinners } from "./tell-winner.server.ts";

export type Picked =
  | { ok: true; piece: number }
  | {
      ok: false;
      refusal:
        | "no-such-draw"
        | "not-frozen"
        | "no-such-entry"
        | "picked-before"
        | "household"
        | "all-given";
    };

/**
 * Writes down which entry somebody picked, in a draw by hand: it gets the first prize that nobody has. Nothing of it is
 * computed; the page says who picked.
 */
export function pickByHand(
  { drawId, entry }: { drawId: number; entry: string },
  actor: Actor,
  now = new Date(),
): Promise<Picked> {
  return inRetriedTransaction<Picked>(async (tx) => {
    const draw = await lockDraw(tx, drawId);
    if (draw?.method !== "by-hand") return { ok: false, refusal: "no-such-draw" };
    if (draw.state !== "frozen" && draw.state !== "drawn") {
      return { ok: false, refusal: "not-frozen" };
    }
    const found = await tx.drawEntry.findUnique({ where: { drawId_entry: { drawId, entry } } });
    if (!found) return { ok: false, refusal: "no-such-entry" };
    const wins = await tx.drawWin.findMany({ where: { drawId }, include: { entry: true } });
    if (wins.some((win) => win.entryId === found.id)) {
      return { ok: false, refusal: "picked-before" };
    }
    if (wins.some((win) => win.entry.household === found.household)) {
      return { ok: false, refusal: "household" };
    }
    const taken = await loadEndedPieces(tx, drawId);
    for (const { piece, state } of wins) if (state !== "passed-on") taken.add(piece);
    const pieces = piecesOf(draw.prizes);
    const free = pieces.findIndex((_, place) => !taken.has(place + 1));
    const prize = pieces[free];
    if (!prize) return { ok: false, refusal: "all-given" };
    if (draw.state === "frozen") {
      await tx.draw.update({
        where: { id: drawId },
        data: { state: "drawn", drawnAt: now },
        select: { id: true },
      });
    }
    await tx.drawWin.create({
      data: {
        ...{ drawId, position: wins.length + 1, entryId: found.id },
        ...{ piece: free + 1, prizeId: prize.id },
      },
      select: { id: true },
    });
    if (!(await canPick(tx, drawId))) await endFreePieces(tx, drawId, actor.by);
    await tellWinners(tx, drawId, [wins.length + 1]);
    await writeAudit(tx, {
      personId: actor.by,
      action: "draw.picked",
      subject: `draw:${drawId}`,
      detail: { draw: draw.titleEn, entry },
      address: actor.address,
    });
    return { ok: true, piece: free + 1 };
  });
}

export type RestReturned =
  | { ok: true; pieces: number }
  | { ok: false; refusal: "no-such-draw" | "not-frozen" };

/**
 * In a draw by hand: nobody more is picked for the gifts that nobody has now. They are free again for good; what the club
 * has by other means can still be picked for, and so can a gift that is passed on later. Again it changes nothing.
 */
export function returnRest(drawId: number, actor: Actor): Promise<RestReturned> {
  return inRetriedTransaction<RestReturned>(async (tx) => {
    const draw = await lockDraw(tx, drawId);
    if (draw?.method !== "by-hand") return { ok: false, refusal: "no-such-draw" };
    if (draw.state !== "drawn") return { ok: false, refusal: "not-frozen" };
    const pieces = await endFreePieces(tx, drawId, actor.by);
    if (pieces > 0) {
      await writeAudit(tx, {
        personId: actor.by,
        action: "draw.rest-returned",
        subject: `draw:${drawId}`,
        detail: { draw: draw.titleEn, pieces },
        address: actor.address,
      });
    }
    return { ok: true, pieces };
  });
}
