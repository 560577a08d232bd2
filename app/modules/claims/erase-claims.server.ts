import type { Leaver } from "#app/modules/feature.ts";
import type { Db } from "#app/platform/db.server.ts";
import { removeUnusedPictures } from "#app/platform/kept-pictures.server.ts";

/** What was claimed and how it ended stays; what was written and photographed does not. */
export async function eraseClaims(db: Db, { member }: Leaver): Promise<void> {
  if (!member) return;
  const memberId = member.id;
  await db.pointsClaim.updateMany({
    where: { memberId, state: "open" },
    data: { state: "withdrawn", decidedAt: new Date() },
  });
  const photos = await db.pointsClaim.findMany({
    where: { memberId, photoId: { not: null } },
    select: { photoId: true },
  });
  await db.pointsClaim.updateMany({
    where: { memberId },
    data: { note: null, photoId: null, reason: null },
  });
  await removeUnusedPictures(
    db,
    photos.flatMap(({ photoId }) => (photoId === null ? [] : [photoId])),
  );
}
