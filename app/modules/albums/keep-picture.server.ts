import { createHash } from "node:crypto";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { removeUnusedPictures } from "#app/platform/kept-pictures.server.ts";
import { instantTaken } from "#app/platform/picture-time.ts";
import { isHeic, PHOTO_BYTES, type PhotoSize, storePhoto } from "#app/platform/pictures.server.ts";
import { readFileName } from "./file-name.ts";
import type { PhotoRefusal } from "./upload.ts";

/** One of hundreds in a list, which a phone fetches by the dozen; a page on a phone; what families take home. */
export const ALBUM_SIZES: readonly PhotoSize[] = [
  { side: 320, quality: 55 },
  { side: 1200 },
  { side: 2400 },
];

export type KeptPicture =
  | { ok: true; pictureId: number; duplicate: boolean }
  | { ok: false; refusal: PhotoRefusal | "busy" };

/**
 * Keeps a photo in an album, in three sizes, with the time at which it was taken and nothing else of what its file
 * says. The same file is kept once; one that staff had taken out is brought back by being sent again, and one that
 * was taken out because a family left stays out.
 *
 * @param photo.bytes the file as it was sent.
 */
export async function keepPicture(
  photo: { albumId: number; fileName: string; bytes: Uint8Array; by: number },
  now = new Date(),
): Promise<KeptPicture> {
  const { albumId, bytes, by } = photo;
  const sha256 = createHash("sha256").update(bytes).digest();
  const same = await findSame(albumId, sha256);
  if (same) return same;
  if (await isHeic(bytes)) return { ok: false, refusal: "heic" };
  const stored = await storePhoto(db(), bytes, {
    createdBy: by,
    sizes: ALBUM_SIZES,
    mostBytes: PHOTO_BYTES,
  });
  if (!stored.ok) return stored;
  const [smallId, mediumId, largeId] = stored.mediaIds as [number, number, number];
  const club = clubTime((await loadClub()).timeZone);
  const takenAt = stored.taken && instantTaken(stored.taken, club, now);
  const [kept] = await db().albumPicture.createManyAndReturn({
    data: {
      ...{ albumId, sha256, smallId, mediumId, largeId, takenAt, uploadedBy: by },
      ...{ width: stored.width, height: stored.height },
      fileName: readFileName(photo.fileName),
    },
    select: { id: true },
    skipDuplicates: true,
  });
  if (kept) return { ok: true, pictureId: kept.id, duplicate: false };
  await removeUnusedPictures(db(), stored.mediaIds);
  const other = await findSame(albumId, sha256);
  if (!other) throw new Error("A picture was neither kept nor there before.");
  return other;
}

/** What becomes of a file that the album has, or had: null for a new one. */
async function findSame(
  albumId: number,
  sha256: Uint8Array<ArrayBuffer>,
): Promise<KeptPicture | null> {
  const same = await db().albumPicture.findUnique({
    where: { albumId_sha256: { albumId, sha256 } },
    select: { id: true, removedWhy: true },
  });
  if (!same) return null;
  if (same.removedWhy === "left") return { ok: false, refusal: "left" };
  const { count } = await db().albumPicture.updateMany({
    where: { id: same.id, removedWhy: "staff" },
    data: { removedAt: null, removedBy: null, removedWhy: null },
  });
  return { ok: true, pictureId: same.id, duplicate: count === 0 };
}
