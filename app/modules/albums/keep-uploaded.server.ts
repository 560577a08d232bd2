import { db } from "#app/platform/db.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { keepPicture } from "./keep-picture.server.ts";
import type { UploadRefusal } from "./upload.ts";

/** After so long a file is tried again for which there was no decoder, in milliseconds. */
const AGAIN_MS = 5_000;

/** What goes wrong on our side is tried so often; the file is refused then, rather than waiting for ever. */
const ATTEMPTS = 5;

/**
 * Decodes a file that has arrived and keeps it in its album, or writes down why not. The job that does it runs at
 * least once: done again, it finds the file settled.
 *
 * @param lastAttempt what fails now is given up.
 */
export async function keepUploaded(uploadId: string, lastAttempt: boolean): Promise<void> {
  const upload = await db().albumUpload.findUnique({ where: { id: uploadId } });
  if (upload?.state !== "waiting") return;
  try {
    const bytes = await readUpload(uploadId, upload.bytes);
    const { albumId, fileName, createdBy: by } = upload;
    const kept = await keepPicture({ albumId, fileName, bytes, by });
    if (kept.ok) {
      const { pictureId, duplicate } = kept;
      return settle(uploadId, { state: duplicate ? "duplicate" : "kept", pictureId });
    }
    if (kept.refusal === "busy")
      return enqueue(db(), ...keepingOf(uploadId, new Date(Date.now() + AGAIN_MS)));
    return settle(uploadId, { state: "refused", refusal: kept.refusal });
  } catch (error) {
    if (lastAttempt) await settle(uploadId, { state: "refused", refusal: "failed" });
    throw error;
  }
}

/** The whole file: the pieces one by one into the room that it needs, and no more. */
async function readUpload(uploadId: string, length: number): Promise<Buffer<ArrayBuffer>> {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; ) {
    const piece = await db().albumUploadPiece.findUnique({
      where: { uploadId_start: { uploadId, start: at } },
    });
    if (!piece) throw new Error(`Of an upload of ${length} bytes what follows ${at} is missing.`);
    bytes.set(piece.content, at);
    at += piece.content.length;
  }
  return bytes;
}

async function settle(
  id: string,
  how:
    | { state: "kept" | "duplicate"; pictureId: number }
    | { state: "refused"; refusal: UploadRefusal },
): Promise<void> {
  await db().$transaction([
    db().albumUpload.updateMany({
      where: { id, state: "waiting" },
      data: { ...how, touchedAt: new Date() },
    }),
    db().albumUploadPiece.deleteMany({ where: { uploadId: id } }),
  ]);
}

/** Its job: all of one queue, so that albums take one of the two decoders and leave the other. */
export const keepingOf = (uploadId: string, runAt?: Date) =>
  [
    "keep-album-picture",
    { uploadId },
    { queue: "album-pictures", maxAttempts: ATTEMPTS, ...(runAt && { runAt }) },
  ] as const;
