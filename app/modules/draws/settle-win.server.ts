import type { Actor } from "#app/modules/access/actor.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { putPromisedBack, takePromised } from "#app/modules/stock/promise-piece.server.ts";
import { ownFamily } from "#app/modules/vehicle/own-family.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { canPick, endFreePieces } from "./draw-pieces.server.ts";
import { type LockedDraw, lockDraw, piecesOf } from "./draw-row.server.ts";
import type { PassedOnWhy } from "./load-public-draw.server.ts";
import { readPaper } from "./paper.ts";
import { drawInOrder, keyOf } from "./sequence.ts";
import { tellWinners } from "./tell-winner.server.ts";

type OfDraw = { drawId: number; winId: number };

export type PrizeHandedOver =
  | { ok: true }
  | {
      ok: false;
      refusal: /** It went on to somebody else, or there is no such win. */
        | "settled"
        /** It is theirs who hands it over, or their family's: a colleague does. */
        | "own"
        /** It is a gift, and no shelf has a piece: a count has found fewer than were promised. */
        | "no-piece";
    };

/** Notes that a winner has their prize, and takes a gift off its shelf. Again it changes nothing. */
export function handOverPrize(
  { drawId, winId }: OfDraw,
  actor: Actor,
  now = new Date(),
): Promise<PrizeHandedOver> {
  return inRetriedTransaction<PrizeHandedOver>(async (tx) => {
    const win = await findWin(tx, await lockDraw(tx, drawId), winId);
    if (!win || win.state === "passed-on") return { ok: false, refusal: "settled" };
    if (await isOwn(tx, win, actor)) return { ok: false, refusal: "own" };
    if (win.state === "handed-over") return { ok: true };
    const piece = await pieceOf(tx, win);
    if (piece && !(await takePromised(tx, piece.stockPromiseId, actor.by))) {
      return { ok: false, refusal: "no-piece" };
    }
    await tx.drawWin.update({
      where: { id: winId },
      data: { state: "handed-over", decidedBy: actor.by, decidedAt: now },
      select: { id: true },
    });
    await audit(tx, "draw.handed-over", drawId, { entry: win.entry.entry }, actor);
    return { ok: true };
  });
}

/**
 * Takes back that a prize was handed over, which was a mistake, with a reason: its piece lies on its shelf, and is kept for
 * the same winner. Again it changes nothing.
 *
 * @param at when it was handed over: who sends this twice takes nothing back that somebody has handed over since.
 */
export function undoPrizeHandOver(
  { drawId, winId, at, reason }: OfDraw & { at: Date; reason: string },
  actor: Actor,
): Promise<PrizeUndone> {
  return inRetriedTransaction<PrizeUndone>(async (tx) => {
    const win = await findWin(tx, await lockDraw(tx, drawId), winId);
    if (!win || win.state === "passed-on") return { ok: false, refusal: "settled" };
    if (await isOwn(tx, win, actor)) return { ok: false, refusal: "own" };
    if (win.state === "won") return { ok: true };
    if (win.decidedAt?.getTime() !== at.getTime()) return { ok: false, refusal: "settled" };
    const piece = await pieceOf(tx, win);
    if (piece) await putPromisedBack(tx, piece.stockPromiseId, actor.by);
    await tx.drawWin.update({
      where: { id: winId },
      data: { state: "won", decidedBy: null, decidedAt: null },
      select: { id: true },
    });
    await audit(tx, "draw.hand-over-undone", drawId, { entry: win.entry.entry, reason }, actor);
    return { ok: true };
  });
}

/** `settled`: it went on, was handed over anew, or there is no such win; `own`: a colleague does it. */
export type PrizeUndone = { ok: true } | { ok: false; refusal: "settled" | "own" };

export type PassedOn =
  /** `next` is who has it now; null where nobody is left, or where the next is picked by hand. */
  | { ok: true; next: string | null }
  | {
      ok: false;
      refusal:
        | ("no-such-win" | "settled" | "still-kept" | "need-not-be-there" | "still-here")
        /** It is theirs who passes it on, or their family's: a colleague does. */
        | "own"
        /** They or their family would have it then: the same. */
        | "own-next";
    };

/**
 * Takes a prize from a winner who does not claim it, is not there or does not want it, and gives it to the next of
 * the same order: nothing is drawn anew. A gift of which nobody is left to have it is free again. Unclaimed is who has not come by the day that was said; not there counts
 * only where winners have to be there, and that they left only of who is in the club no more.
 */
export function passPrizeOn(
  { drawId, winId, why }: OfDraw & { why: PassedOnWhy },
  actor: Actor,
  now = new Date(),
): Promise<PassedOn> {
  return inRetriedTransaction<PassedOn>(async (tx, rollBack) => {
    const draw = await lockDraw(tx, drawId);
    const win = await findWin(tx, draw, winId);
    if (!draw || !win) return { ok: false, refusal: "no-such-win" };
    if (win.state !== "won") return { ok: false, refusal: "settled" };
    if (await isOwn(tx, win, actor)) return { ok: false, refusal: "own" };
    if (why === "not-there" && !draw.mustBePresent) {
      return { ok: false, refusal: "need-not-be-there" };
    }
    const { memberId, registrationId } = win.entry;
    if (why === "left" && (memberId !== null || registrationId !== null)) {
      return { ok: false, refusal: "still-here" };
    }
    const { endOfDay } = clubTime((await loadClub(tx)).timeZone);
    const isKept = now < endOfDay(draw.claimBy.toISOString().slice(0, 10));
    if (why === "unclaimed" && isKept) return { ok: false, refusal: "still-kept" };
    await tx.drawWin.update({
      where: { id: winId },
      data: { state: "passed-on", why, decidedBy: actor.by, decidedAt: now },
      select: { id: true },
    });
    await audit(tx, "draw.passed-on", drawId, { entry: win.entry.entry }, actor);
    const next = await drawNext(tx, draw, win.piece);
    if (next && (await isOwn(tx, { entry: next }, actor))) {
      return rollBack({ ok: false, refusal: "own-next" });
    }
    const isOver = draw.method === "computed" ? next === null : !(await canPick(tx, drawId));
    if (isOver) await endFreePieces(tx, drawId, actor.by);
    return { ok: true, next: next?.entry ?? null };
  });
}

const findWin = (tx: Db, draw: LockedDraw | null, winId: number) =>
  draw &&
  tx.drawWin.findFirst({
    where: { id: winId, drawId: draw.id },
    include: { entry: { select: { entry: true, memberId: true, registrationId: true } } },
  });

/** Whether a win is theirs who acts, or their family's. */
const isOwn = async (
  tx: Db,
  { entry: { memberId } }: { entry: { memberId: number | null } },
  { by }: Actor,
): Promise<boolean> => memberId !== null && (await ownFamily(tx, by)).has(memberId);

/** The piece that is kept for a win; null where its prize is no gift of the catalogue. */
const pieceOf = (tx: Db, { drawId, piece }: { drawId: number; piece: number }) =>
  tx.drawPiece.findUnique({ where: { drawId_piece: { drawId, piece } } });

/** Gives a piece to the next of the order, while the draw is locked. */
async function drawNext(
  tx: Db,
  draw: LockedDraw,
  piece: number,
): Promise<{ entry: string; memberId: number | null } | null> {
  const { id: drawId, paper: text, seed, value, fingerprint } = draw;
  const paper = text === null ? null : readPaper(text);
  if (!paper || seed === null || value === null || fingerprint === null) return null;
  const drawn = await tx.drawWin.count({ where: { drawId } });
  const next = drawInOrder(paper.entries, keyOf(seed, value, fingerprint), drawn + 1)[drawn];
  if (!next) return null;
  const entry = await tx.drawEntry.findUniqueOrThrow({
    where: { drawId_entry: { drawId, entry: next.entry } },
    select: { id: true, entry: true, memberId: true },
  });
  await tx.drawWin.create({
    data: {
      ...{ drawId, position: drawn + 1, entryId: entry.id, piece },
      prizeId: piecesOf(draw.prizes)[piece - 1]?.id as number,
    },
    select: { id: true },
  });
  await tellWinners(tx, drawId, [drawn + 1]);
  return entry;
}

const audit = (
  tx: Db,
  action: "draw.handed-over" | "draw.hand-over-undone" | "draw.passed-on",
  drawId: number,
  detail: { entry: string; reason?: string },
  actor: Actor,
) =>
  writeAudit(tx, {
    personId: actor.by,
    action,
    subject: `draw:${drawId}`,
    detail,
    address: actor.address,
  });
