import type { Prisma, PrismaClient } from "#app/generated.server/prisma/client.ts";
import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { removeUnusedPictures } from "#app/platform/kept-pictures.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { lockAlbum } from "./album-row.server.ts";

/** How long a picture that was taken out can be brought back, in days; then its pixels go. */
export const BRING_BACK_DAYS = 14;

type Some = { eventId: number; pictureIds: readonly number[] };

/** Takes pictures out of an event's album. They can be brought back for {@link BRING_BACK_DAYS} days. */
export const removePictures = (some: Some, actor: Actor, now = new Date()): Promise<number> =>
  change(some, actor, "album.pictures-removed", {
    from: { removedAt: null },
    to: { removedAt: now, removedBy: actor.by, removedWhy: "staff" },
  });

/** Brings back what staff took out. What was taken out because a family left the club stays out. */
export const bringPicturesBack = (some: Some, actor: Actor): Promise<number> =>
  change(some, actor, "album.pictures-back", {
    from: { removedWhy: "staff" },
    to: { removedAt: null, removedBy: null, removedWhy: null },
  });

function change(
  { eventId, pictureIds }: Some,
  actor: Actor,
  action: "album.pictures-removed" | "album.pictures-back",
  {
    from,
    to,
  }: { from: Prisma.AlbumPictureWhereInput; to: Prisma.AlbumPictureUncheckedUpdateManyInput },
): Promise<number> {
  return inRetriedTransaction(async (tx) => {
    const album = await lockAlbum(tx, eventId);
    if (!album) return 0;
    const { count } = await tx.albumPicture.updateMany({
      where: { ...from, albumId: album.id, id: { in: [...pictureIds] } },
      data: to,
    });
    if (count > 0) {
      await writeAudit(tx, {
        ...{ personId: actor.by, address: actor.address },
        action,
        subject: `event:${eventId}`,
        detail: { pieces: count },
      });
    }
    return count;
  });
}

const AT_ONCE = 50;

/**
 * Forgets pictures that were taken out long ago, with their pixels.
 *
 * @returns how many.
 */
export async function sweepRemoved(db: PrismaClient, now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - BRING_BACK_DAYS * 86_400_000);
  for (let swept = 0; ; ) {
    const gone = await inRetriedTransaction(async (tx) => {
      const found = await tx.albumPicture.findMany({
        where: { removedAt: { lt: before } },
        select: { id: true },
        take: AT_ONCE,
      });
      // Whatever was brought back in the meantime stays.
      return tx.$queryRaw<{ small_id: number; medium_id: number; large_id: number }[]>`
        delete from album_picture where id = any(${found.map(({ id }) => id)}::int[]) and removed_at < ${before}
        returning small_id, medium_id, large_id`;
    });
    await removeUnusedPictures(
      db,
      gone.flatMap((row) => [row.small_id, row.medium_id, row.large_id]),
    );
    swept += gone.length;
    if (gone.length < AT_ONCE) return swept;
  }
}
