import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { unseal } from "#app/platform/secret.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { endFreePieces } from "./draw-pieces.server.ts";
import { type LockedDraw, lockDraw, piecesOf } from "./draw-row.server.ts";
import { SEED_PURPOSE } from "./freeze-draw.server.ts";
import { readPaper } from "./paper.ts";
import { readValue } from "./public-value.ts";
import { drawInOrder, keyOf } from "./sequence.ts";
import { tellWinners } from "./tell-winner.server.ts";
import type { ValueKind } from "./value-kinds.ts";

export type ValueRead =
  /** drawn: also where a colleague's reading has drawn it before. waits: for a second person. */
  | { ok: true; outcome: "drawn" | "waits" }
  | { ok: false; refusal: "no-such-draw" | "not-frozen" | "too-early" | "unreadable" | "differs" };

/**
 * Takes the public value as somebody has read it. The draw is drawn once two people have read the same, each by
 * themselves: in the same transaction the seed is told and the winners are written down. Whoever comes later, or sends
 * it twice, finds it drawn; there is one result, whoever presses.
 */
export function readDrawValue(
  { drawId, typed }: { drawId: number; typed: string },
  actor: Actor,
  now = new Date(),
): Promise<ValueRead> {
  return inRetriedTransaction<ValueRead>(async (tx) => {
    const draw = await lockDraw(tx, drawId);
    if (!draw?.valueDueAt) return { ok: false, refusal: "no-such-draw" };
    if (draw.state === "drawn") return { ok: true, outcome: "drawn" };
    if (draw.state !== "frozen") return { ok: false, refusal: "not-frozen" };
    if (now < draw.valueDueAt) return { ok: false, refusal: "too-early" };
    const value = readValue(draw.valueKind as ValueKind, typed);
    if (value === null) return { ok: false, refusal: "unreadable" };
    await tx.drawReading.create({ data: { drawId, value, readBy: actor.by, readAt: now } });
    const others = await readByOthers(tx, drawId, actor.by);
    if (others.includes(value)) {
      await reveal(tx, draw, value, actor, now);
      return { ok: true, outcome: "drawn" };
    }
    return others.length > 0 ? { ok: false, refusal: "differs" } : { ok: true, outcome: "waits" };
  });
}

/** What each of the others has read last. */
async function readByOthers(tx: Db, drawId: number, by: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ value: string }[]>`
    select distinct on (read_by) value from draw_reading
    where draw_id = ${drawId} and read_by <> ${by} order by read_by, id desc`;
  return rows.map(({ value }) => value);
}

/** Tells the seed, and writes down who is drawn. */
async function reveal(tx: Db, draw: LockedDraw, value: string, actor: Actor, now: Date) {
  const { id: drawId, paper: text, fingerprint, sealedSeed, prizes } = draw;
  const paper = text === null ? null : readPaper(text);
  if (!paper || !sealedSeed || !fingerprint) throw new Error(`Draw ${drawId} has no paper.`);
  const seed = await unseal(SEED_PURPOSE, sealedSeed, String(drawId));
  await tx.draw.update({
    where: { id: drawId },
    data: { state: "drawn", seed, value, drawnAt: now },
    select: { id: true },
  });
  const pieces = piecesOf(prizes);
  const drawn = drawInOrder(paper.entries, keyOf(seed, value, fingerprint), pieces.length);
  const entries = await tx.drawEntry.findMany({
    where: { drawId, entry: { in: drawn.map(({ entry }) => entry) } },
    select: { id: true, entry: true },
  });
  const idOf = new Map(entries.map(({ id, entry }) => [entry, id]));
  await tx.drawWin.createMany({
    data: drawn.map(({ entry }, place) => ({
      drawId,
      position: place + 1,
      entryId: idOf.get(entry) as number,
      piece: place + 1,
      prizeId: pieces[place]?.id as number,
    })),
  });
  // Fewer could be drawn than there are prizes: nobody can win the rest any more.
  await endFreePieces(tx, drawId, actor.by);
  await tellWinners(
    tx,
    drawId,
    drawn.map((_, place) => place + 1),
  );
  await writeAudit(tx, {
    personId: actor.by,
    action: "draw.drawn",
    subject: `draw:${drawId}`,
    detail: { draw: draw.titleEn, value, winners: drawn.length },
    address: actor.address,
  });
}
