import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Actor } from "#app/modules/access/actor.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { type PictureRefusal, storePictureSizes } from "#app/platform/pictures.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { changePlanIn } from "./change-event.server.ts";
import type { CoverSize } from "./event-drawing.ts";
import { lockTypedEvent } from "./lock-typed-event.server.ts";

/** A list, a page on a phone, a page on a desk: as wide as each shows it on a fine screen. */
const WIDTHS = [360, 720, 1440] as const;

export type CoverAnswer =
  | { ok: true; coverId: number }
  | { ok: false; refusal: PictureRefusal | "no-such-event" };

/**
 * Keeps a photo for an event, in three sizes. It stands over the event once the event's form names it.
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
    if (!(await lockTypedEvent(tx, eventId))) return { ok: false, refusal: "no-such-event" };
    const same = await tx.eventCover.findFirst({ where: { eventId, largeId } });
    const { id } =
      same ?? (await tx.eventCover.create({ data: { eventId, smallId, mediumId, largeId } }));
    return { ok: true, coverId: id };
  });
}

/**
 * Puts a photo over an event instead of its drawing, or takes it away: of a draft in its form, of a published event
 * as another version of it. False where there is no such event any more.
 */
export const setCover = (
  { eventId, coverId, now }: { eventId: number; coverId: number | null; now: Date },
  actor: Actor,
): Promise<boolean> =>
  inRetriedTransaction(async (tx) => {
    const event = await lockTypedEvent(tx, eventId);
    if (!event || event.state === "cancelled") return false;
    if (event.plan) {
      const plan = { ...event.plan, coverId };
      return (await changePlanIn(tx, { eventId, plan, revision: null, agreed: [], now }, actor)).ok;
    }
    await tx.event.update({
      where: { id: eventId },
      data: {
        typed: { ...event.typed, coverId: coverId === null ? "" : String(coverId) },
        revision: { increment: 1 },
      },
    });
    return true;
  });

/**
 * The picture of a cover in one of its sizes; null where there is no such cover.
 *
 * `isShown`: it stands over an event that is published. The photo of a draft, and one that was taken away, is for who
 * keeps events: its address is a number, which anybody can guess.
 */
export async function findCover(
  on: Db,
  coverId: number,
  size: CoverSize,
): Promise<{ mediaId: number; isShown: boolean } | null> {
  const [cover] = await queryRows<Record<`${CoverSize}Id`, number> & { isShown: boolean }>(
    on,
    Prisma.sql`
    select cover.small_id as "smallId", cover.medium_id as "mediumId", cover.large_id as "largeId",
      event.state <> 'draft' and event.plan->'coverId' = to_jsonb(cover.id) as "isShown"
    from event_cover cover join event on event.id = cover.event_id where cover.id = ${coverId}`,
  );
  return cover ? { mediaId: cover[`${size}Id`], isShown: cover.isShown } : null;
}
