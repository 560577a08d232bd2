import { randomUUID } from "node:crypto";
import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { removeUnusedPictures } from "#app/platform/kept-pictures.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { lockTypedEvent } from "./lock-typed-event.server.ts";
import { type DatesBefore, fieldsThatDiffer, type TypedEvent } from "./typed-event.ts";

/** Begins a draft with what is known of it, be it nothing. It has no address that people know. */
export const createDraft = (typed: TypedEvent, actor: Actor): Promise<number> =>
  inRetriedTransaction((tx) => createDraftIn(tx, typed, actor));

/** The same in the caller's transaction. */
export async function createDraftIn(
  tx: Db,
  typed: TypedEvent,
  actor: Actor,
  {
    seriesId = null,
    datesBefore = null,
  }: { seriesId?: number | null; datesBefore?: DatesBefore | null } = {},
): Promise<number> {
  const own = randomUUID();
  const { id } = await tx.event.create({
    data: {
      slug: `draft-${own}`,
      calendarUid: own,
      typed,
      seriesId,
      datesBefore: datesBefore ?? Prisma.DbNull,
      createdBy: actor.by,
    },
    select: { id: true },
  });
  await writeAudit(tx, {
    personId: actor.by,
    action: "event.drafted",
    subject: `event:${id}`,
    detail: { event: typed.titleEn },
    address: actor.address,
  });
  return id;
}

/** The series that an event is in: its own, begun now with these days, where it was in none. */
export async function joinSeriesIn(
  tx: Db,
  eventId: number,
  days: readonly Day[],
  actor: Actor,
): Promise<number> {
  const { seriesId } = await tx.event.findUniqueOrThrow({
    where: { id: eventId },
    select: { seriesId: true },
  });
  if (seriesId !== null) return seriesId;
  const { id } = await tx.eventSeries.create({
    data: { rule: { days: [...days] }, createdBy: actor.by },
  });
  await tx.event.update({ where: { id: eventId }, data: { seriesId: id } });
  return id;
}

export type DraftSaved =
  | { ok: true; revision: number }
  | { ok: false; refusal: "no-such-event" | "not-a-draft" }
  /** Somebody has saved since this form began: nothing was overwritten. */
  | { ok: false; refusal: "changed-meanwhile"; revision: number };

/**
 * Keeps a draft as it is typed, finished or not.
 *
 * @param draft.datesBefore its dates as they went with a beginning.
 * @param draft.revision the one that the form began with.
 */
export const saveDraft = (draft: {
  eventId: number;
  typed: TypedEvent;
  datesBefore: DatesBefore | null;
  revision: number;
}): Promise<DraftSaved> =>
  inRetriedTransaction<DraftSaved>(async (tx) => {
    const event = await lockTypedEvent(tx, draft.eventId);
    if (!event) return { ok: false, refusal: "no-such-event" };
    if (event.state !== "draft") return { ok: false, refusal: "not-a-draft" };
    // The same form sent twice, as with a press of "save" right behind an autosave, is no conflict.
    const differs = fieldsThatDiffer(event.typed, draft.typed);
    if (differs.length === 0) return { ok: true, revision: event.revision };
    if (event.revision !== draft.revision) {
      return { ok: false, refusal: "changed-meanwhile", revision: event.revision };
    }
    const { revision } = await tx.event.update({
      where: { id: draft.eventId },
      data: {
        typed: draft.typed,
        datesBefore: draft.datesBefore ?? Prisma.DbNull,
        revision: { increment: 1 },
      },
      select: { revision: true },
    });
    return { ok: true, revision };
  });

/** Throws a draft away. False where there is none of that number: what was published can only be cancelled. */
export const discardDraft = (eventId: number, actor: Actor): Promise<boolean> =>
  inRetriedTransaction(async (tx) => {
    const event = await lockTypedEvent(tx, eventId);
    if (event?.state !== "draft") return false;
    const covers = await tx.eventCover.findMany({ where: { eventId } });
    await tx.eventCover.deleteMany({ where: { eventId } });
    await tx.event.delete({ where: { id: eventId } });
    await removeUnusedPictures(
      tx,
      covers.flatMap(({ smallId, mediumId, largeId }) => [smallId, mediumId, largeId]),
    );
    await writeAudit(tx, {
      personId: actor.by,
      action: "event.discarded",
      subject: `event:${eventId}`,
      detail: { event: event.typed.titleEn },
      address: actor.address,
    });
    return true;
  });
