import type { Actor } from "#app/modules/access/actor.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { type PictureRefusal, storePictureSizes } from "#app/platform/pictures.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { lockEvent } from "./lock-event.server.ts";

/** A list, a page on a phone, a page on a desk: as wide as each shows it on a fine screen. */
const WIDTHS = [360, 720, 1440] as const;

/** One size of a cover: its picture's id and its edges in pixels. */
export type CoverSize = { id: number; width: number; height: number };
export type EventCover = { small: CoverSize; medium: CoverSize; large: CoverSize };

export type CoverAnswer =
  | { ok: true; coverId: number }
  | { ok: false; refusal: PictureRefusal | "no-such-event" };

/**
 * Keeps a photo for an event, in three sizes. It stands over the event once the event's form names it, and over the
 * versions that named it for ever.
 */
export async function addCover(
  eventId: number,
  picture: Uint8Array,
  actor: Actor,
): Promise<CoverAnswer> {
  const stored = await storePictureSizes(db(), picture, { createdBy: actor.by, widths: WIDTHS });
  if (!stored.ok) return stored;
  const [smallId, mediumId, largeId] = stored.mediaIds as [number, number, number];
  return inRetriedTransaction<CoverAnswer>(async (tx) => {
    if (!(await lockEvent(tx, eventId))) return { ok: false, refusal: "no-such-event" };
    const same = await tx.eventCover.findFirst({ where: { eventId, largeId } });
    const { id } =
      same ?? (await tx.eventCover.create({ data: { eventId, smallId, mediumId, largeId } }));
    return { ok: true, coverId: id };
  });
}

/** The covers of these ids, in their sizes. */
export async function loadCovers(
  on: Db,
  coverIds: readonly number[],
): Promise<Map<number, EventCover>> {
  if (coverIds.length === 0) return new Map();
  const size = { select: { id: true, width: true, height: true } };
  const rows = await on.eventCover.findMany({
    where: { id: { in: [...coverIds] } },
    select: { id: true, small: size, medium: size, large: size },
  });
  return new Map(rows.map(({ id, ...sizes }) => [id, sizes]));
}

/** Whether a picture is the cover of an event, in any of its sizes: the only ones that everybody may see. */
export async function isEventCover(on: Db, mediaId: number): Promise<boolean> {
  const cover = await on.eventCover.findFirst({
    where: { OR: [{ smallId: mediaId }, { mediumId: mediaId }, { largeId: mediaId }] },
    select: { id: true },
  });
  return cover !== null;
}
