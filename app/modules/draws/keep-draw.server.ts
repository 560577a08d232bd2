import type { Actor } from "#app/modules/access/actor.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { freeSlug, slugOf } from "#app/modules/events/slug.ts";
import { namePrizes } from "#app/modules/gifts/name-prizes.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { DrawDraft } from "./draft.ts";
import { type DrawMethod, lockDraw } from "./draw-row.server.ts";

/**
 * Begins a draw. Nobody but staff sees it before it is frozen.
 *
 * @param requestKey the form's: sent twice it is one draw.
 * @returns its id; null where one of its prizes is a gift that cannot be one.
 */
export function createDraw(
  typed: DrawDraft,
  requestKey: string,
  actor: Actor,
): Promise<number | null> {
  return inRetriedTransaction(async (tx) => {
    const known = await tx.draw.findUnique({ where: { requestKey }, select: { id: true } });
    if (known) return known.id;
    const prizes = await namePrizes(tx, typed.prizes);
    if (!prizes) return null;
    const draft = { ...typed, prizes };
    const { id } = await tx.draw.create({
      data: {
        ...columnsOf(draft),
        ...{ requestKey, createdBy: actor.by },
        slug: await slugFor(tx, draft),
        prizes: { create: prizesOf(draft) },
      },
      select: { id: true },
    });
    await writeAudit(tx, {
      personId: actor.by,
      action: "draw.drafted",
      subject: `draw:${id}`,
      detail: { draw: draft.title.en },
      address: actor.address,
    });
    return id;
  });
}

export type DrawChanged = "changed" | "not-a-draft" | "no-such-gift";

/** Changes a draw as long as it is not frozen. */
export function changeDraw(drawId: number, typed: DrawDraft): Promise<DrawChanged> {
  return inRetriedTransaction<DrawChanged>(async (tx) => {
    if ((await lockDraw(tx, drawId))?.state !== "draft") return "not-a-draft";
    const prizes = await namePrizes(tx, typed.prizes);
    if (!prizes) return "no-such-gift";
    const draft = { ...typed, prizes };
    await tx.drawPrize.deleteMany({ where: { drawId } });
    await tx.draw.update({
      where: { id: drawId },
      data: { ...columnsOf(draft), prizes: { create: prizesOf(draft) } },
      select: { id: true },
    });
    return "changed";
  });
}

/** Throws a draw away that was never frozen. False where it was, or is none. */
export function discardDraw(drawId: number, actor: Actor): Promise<boolean> {
  return inRetriedTransaction(async (tx) => {
    const draw = await lockDraw(tx, drawId);
    if (draw?.state !== "draft") return false;
    await tx.drawPrize.deleteMany({ where: { drawId } });
    await tx.draw.delete({ where: { id: drawId }, select: { id: true } });
    await writeAudit(tx, {
      personId: actor.by,
      action: "draw.discarded",
      subject: `draw:${drawId}`,
      detail: { draw: draw.titleEn },
      address: actor.address,
    });
    return true;
  });
}

function columnsOf({ title, about, how, claimBy, prizes: _, ...rest }: DrawDraft) {
  const byHand = "pickedBy" in how ? how.pickedBy : null;
  const value = "pickedBy" in how ? null : how;
  return {
    ...rest,
    method: (byHand ? "by-hand" : "computed") satisfies DrawMethod,
    ...{ titleEn: title.en, titleZh: title.zh, aboutEn: about.en, aboutZh: about.zh },
    claimBy: new Date(claimBy),
    ...{ pickedByEn: byHand?.en ?? null, pickedByZh: byHand?.zh ?? null },
    valueKind: value?.kind ?? null,
    valueReference: value?.reference ?? null,
    valueDueAt: value?.due ?? null,
  };
}

const prizesOf = ({ prizes }: DrawDraft) =>
  prizes.map(({ title, count, variantId }, place) => ({
    ...{ place: place + 1, titleEn: title.en, titleZh: title.zh, count, variantId },
  }));

async function slugFor(tx: Db, { title, drawAt }: DrawDraft): Promise<string> {
  await takeTurns(tx, "address", "draw");
  const alike = await tx.draw.findMany({
    where: { slug: { startsWith: slugOf(title.en) } },
    select: { slug: true },
  });
  const { timeZone } = await loadClub(tx);
  const day = clubTime(timeZone).dayOf(drawAt);
  return freeSlug(title.en, day, new Set(alike.map(({ slug }) => slug)));
}
