import type { PrismaClient } from "#app/generated.server/prisma/client.ts";

export type ReceivedUpload =
  | { ok: true; uploadId: number; fileName: string }
  | { ok: false; refusal: "no-file" | "too-large" };

/**
 * The largest file that is taken over the web, in bytes: some years of a large group of workshops. Larger
 * ones come in by the command line, on the machine itself.
 */
export const UPLOAD_LIMIT = 200_000_000;

const PIECE = 1_000_000;
const LONGEST_NAME = 200;

/**
 * Keeps a file that is being sent, piece by piece and in flat memory, until its import reads it.
 *
 * A file beyond the limit is read to its end without being kept: a browser whose sending is cut short
 * shows its own error instead of our words. Whatever goes wrong on the way, nothing of the file stays.
 *
 * @param file.fileName as the browser gives it; kept for the list of imports.
 * @throws what reading the content throws, such as a connection that broke.
 */
export async function receiveUpload(
  db: PrismaClient,
  file: { fileName: string; by: number; content: AsyncIterable<Uint8Array> },
  limit = UPLOAD_LIMIT,
): Promise<ReceivedUpload> {
  const fileName = readFileName(file.fileName);
  const { id: uploadId } = await db.upload.create({
    data: { fileName, createdBy: file.by },
    select: { id: true },
  });
  try {
    let position = 0;
    let bytes = 0;
    for await (const { content, sent } of pieces(file.content, limit)) {
      bytes = sent;
      if (content) await db.uploadPiece.create({ data: { uploadId, position, content } });
      position++;
    }
    if (bytes === 0 || bytes > limit) {
      await discardUpload(db, uploadId);
      return { ok: false, refusal: bytes === 0 ? "no-file" : "too-large" };
    }
    await db.upload.update({ where: { id: uploadId }, data: { bytes, complete: true } });
    return { ok: true, uploadId, fileName };
  } catch (error) {
    await discardUpload(db, uploadId);
    throw error;
  }
}

/** Forgets an upload that will not be imported. */
export async function discardUpload(db: PrismaClient, uploadId: number): Promise<void> {
  await db.upload.deleteMany({ where: { id: uploadId } });
}

/** Cuts what is sent into pieces to keep; without content once the limit is passed. */
async function* pieces(
  content: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<{ content: Buffer<ArrayBuffer> | null; sent: number }> {
  let gathered: Uint8Array[] = [];
  let size = 0;
  let sent = 0;
  for await (const chunk of content) {
    sent += chunk.length;
    if (sent > limit) {
      gathered = [];
      size = 0;
      continue;
    }
    gathered.push(chunk);
    size += chunk.length;
    if (size < PIECE) continue;
    yield { content: Buffer.concat(gathered), sent };
    gathered = [];
    size = 0;
  }
  yield { content: size > 0 ? Buffer.concat(gathered) : null, sent };
}

/** Without folders, line ends and what else a name on a list is better without. */
function readFileName(given: string): string {
  const name = given.split(/[/\\]/).at(-1) ?? "";
  const clean = name.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "").trim();
  return Array.from(clean).slice(0, LONGEST_NAME).join("") || "file";
}
