import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { removeUnusedPictures } from "#app/platform/kept-pictures.server.ts";
import { type PictureRefusal, storePictureSizes } from "#app/platform/pictures.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";

/** A list, a page on a phone, a page on a desk: as wide as each shows it on a fine screen. */
const WIDTHS = [360, 720, 1440] as const;
const MOST_PHOTOS = 8;

export type PhotoAnswer =
  | { ok: true }
  | { ok: false; refusal: PictureRefusal | "no-such-gift" | "too-many-photos" };

/** Adds a photo behind the others of a gift, in three sizes. The picture is encoded anew; see `storePictureSizes`. */
export async function addPhoto(
  giftId: number,
  picture: Uint8Array,
  actor: Actor,
): Promise<PhotoAnswer> {
  if ((await db().gift.count({ where: { id: giftId } })) === 0) {
    return { ok: false, refusal: "no-such-gift" };
  }
  const stored = await storePictureSizes(db(), picture, { createdBy: actor.by, widths: WIDTHS });
  if (!stored.ok) return stored;
  const [smallId, mediumId, largeId] = stored.mediaIds as [number, number, number];
  return inRetriedTransaction<PhotoAnswer>(async (tx) => {
    const photos = await lockPhotos(tx, giftId);
    if (photos.length >= MOST_PHOTOS) return { ok: false, refusal: "too-many-photos" };
    // The same photo sent twice is there once.
    if (photos.some((photo) => photo.largeId === largeId)) return { ok: true };
    const position = (photos.at(-1)?.position ?? -1) + 1;
    await tx.giftPhoto.create({ data: { giftId, position, smallId, mediumId, largeId } });
    await note(tx, giftId, "gift.photo-added", actor);
    return { ok: true };
  });
}

/** Puts a photo before the one in front of it; the first stays where it is. False where there is no such photo. */
export async function movePhotoUp(giftId: number, photoId: number): Promise<boolean> {
  return inRetriedTransaction(async (tx) => {
    const order = (await lockPhotos(tx, giftId)).map(({ id }) => id);
    const from = order.indexOf(photoId);
    if (from < 0) return false;
    order.splice(from, 1);
    order.splice(Math.max(0, from - 1), 0, photoId);
    for (const [position, id] of order.entries()) {
      await tx.giftPhoto.update({ where: { id }, data: { position } });
    }
    return true;
  });
}

/** Takes a photo away from a gift; nobody can open it any more. False where there is no such photo. */
export async function removePhoto(giftId: number, photoId: number, actor: Actor): Promise<boolean> {
  return inRetriedTransaction(async (tx) => {
    const photo = (await lockPhotos(tx, giftId)).find(({ id }) => id === photoId);
    if (!photo) return false;
    await tx.giftPhoto.delete({ where: { id: photoId } });
    await removeUnusedPictures(tx, [photo.smallId, photo.mediumId, photo.largeId]);
    await note(tx, giftId, "gift.photo-removed", actor);
    return true;
  });
}

/** Whether a picture is a gift's photo, in any of its sizes: the only ones that everybody may see. */
export async function isGiftPhoto(on: Db, mediaId: number): Promise<boolean> {
  const photo = await on.giftPhoto.findFirst({
    where: { OR: [{ smallId: mediaId }, { mediumId: mediaId }, { largeId: mediaId }] },
    select: { id: true },
  });
  return photo !== null;
}

/** A gift's photos in order, while nobody else changes them. */
async function lockPhotos(tx: Db, giftId: number) {
  await tx.$queryRaw`select id from gift where id = ${giftId} for no key update`;
  return tx.giftPhoto.findMany({
    where: { giftId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

function note(
  tx: Db,
  giftId: number,
  action: "gift.photo-added" | "gift.photo-removed",
  actor: Actor,
): Promise<void> {
  return writeAudit(tx, {
    personId: actor.by,
    action,
    subject: `gift:${giftId}`,
    address: actor.address,
  });
}
