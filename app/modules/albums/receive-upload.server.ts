import { randomUUID } from "node:crypto";
import { type Db, db } from "#app/platform/db.server.ts";
import { PHOTO_BYTES } from "#app/platform/pictures.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { openAlbum } from "./album-row.server.ts";
import { readFileName } from "./file-name.ts";
import { keepingOf } from "./keep-uploaded.server.ts";
import type { SentFile, UploadState } from "./upload.ts";

/** How much of a file is written in one go, in bytes: what is on its way and gets lost when a connection breaks. */
const PIECE = 1_000_000;

/** What one person may send in a day: the largest event's pictures, and as much again. */
const QUOTA = { files: 2_000, bytes: 25_000_000_000 };

/** So many files may wait to be decoded, of all albums; who sends more is told to come again. */
const MOST_WAITING = 60;

export type BeginRefusal = "no-such-event" | "empty" | "too-large" | "quota" | "busy";
export type BegunUpload = { ok: true; id: string } | { ok: false; refusal: BeginRefusal };

/** An upload of somebody: nobody else sends to it or hears of it. */
export type OwnUpload = { id: string; eventId: number; by: number };

/**
 * Begins to take a file for the album of an event.
 *
 * @param file.bytes how long it will be; null where its sender does not say, and it ends with {@link endUpload}.
 */
export async function beginUpload(
  file: { eventId: number; fileName: string; mark: string; bytes: number | null },
  by: number,
): Promise<BegunUpload> {
  const bytes = file.bytes ?? PHOTO_BYTES;
  if (bytes <= 0) return { ok: false, refusal: "empty" };
  if (bytes > PHOTO_BYTES) return { ok: false, refusal: "too-large" };
  const albumId = await openAlbum(db(), file.eventId, by);
  if (albumId === null) return { ok: false, refusal: "no-such-event" };
  const [facts] = await db().$queryRaw<{ files: number; bytes: number; waiting: number }[]>`
    select count(*)::int as files, coalesce(sum(bytes), 0)::float8 as bytes,
      (select count(*)::int from album_upload where state = 'waiting') as waiting
    from album_upload where created_by = ${by} and created_at > now() - interval '1 day'`;
  if (!facts || facts.files >= QUOTA.files || facts.bytes + bytes > QUOTA.bytes) {
    return { ok: false, refusal: "quota" };
  }
  if (facts.waiting >= MOST_WAITING) return { ok: false, refusal: "busy" };
  const { id } = await db().albumUpload.create({
    data: {
      ...{ id: randomUUID(), albumId, createdBy: by, bytes, mark: file.mark },
      fileName: readFileName(file.fileName),
    },
    select: { id: true },
  });
  return { ok: true, id };
}

/** How far somebody's upload is; null where they have none of that id in that event's album. */
export async function findUpload({ id, eventId, by }: OwnUpload) {
  const found = await db().albumUpload.findFirst({
    where: { id, createdBy: by, album: { eventId } },
    select: { bytes: true, received: true, state: true },
  });
  return found && { ...found, state: found.state as UploadState };
}

/**
 * Writes on from where an upload has got to, piece by piece and in flat memory. What has arrived stays when the rest
 * does not.
 *
 * @returns how much of the file is here now; null where it was not at `offset` any more, as when it is sent twice.
 * @throws what reading the content throws, such as a connection that broke.
 */
export async function appendToUpload(
  upload: OwnUpload,
  offset: number,
  content: AsyncIterable<Uint8Array>,
): Promise<number | null> {
  let at = offset;
  for await (const piece of pieces(content)) {
    if (!(await appendPiece(upload, at, piece))) return null;
    at += piece.length;
  }
  return at;
}

/**
 * One statement, so that of two that send the same piece one is told. The row is found by whose it is once more: the
 * sender's right can end while they send.
 */
async function appendPiece(
  { id, eventId, by }: OwnUpload,
  start: number,
  content: Buffer<ArrayBuffer>,
): Promise<boolean> {
  return inRetriedTransaction(async (tx) => {
    const [moved] = await tx.$queryRaw<{ whole: boolean }[]>`
      with moved as (
        update album_upload set received = received + ${content.length}, touched_at = now()
        from album
        where album_upload.id = ${id}::uuid and album.id = album_id and album.event_id = ${eventId}
          and album_upload.created_by = ${by} and album_upload.state = 'sending'
          and received = ${start} and received + ${content.length} <= bytes
        returning album_upload.id, received = bytes as whole
      ), kept as (
        insert into album_upload_piece (upload_id, start, content) select id, ${start}, ${content} from moved
      )
      select whole from moved`;
    if (moved?.whole) await letDecode(tx, id);
    return moved !== undefined;
  });
}

/** Puts a file that is whole in line to be decoded. */
async function letDecode(tx: Db, id: string): Promise<void> {
  await tx.albumUpload.update({ where: { id }, data: { state: "waiting" }, select: { id: true } });
  await enqueue(tx, ...keepingOf(id));
}

/** Says that a file whose length nobody knew is whole; false where there is nothing of it. */
export async function endUpload({ id }: OwnUpload): Promise<boolean> {
  return inRetriedTransaction(async (tx) => {
    const [ended] = await tx.$queryRaw<{ state: UploadState }[]>`
      update album_upload set bytes = received
      where id = ${id}::uuid and state in ('sending', 'waiting') and received > 0
      returning state`;
    if (ended?.state === "sending") await letDecode(tx, id);
    return ended !== undefined;
  });
}

/** Forgets an upload that goes no further; one that is whole goes its way. */
export async function dropUpload({ id, eventId, by }: OwnUpload): Promise<boolean> {
  const { count } = await db().albumUpload.deleteMany({
    where: { id, createdBy: by, state: "sending", album: { eventId } },
  });
  return count === 1;
}

/**
 * What somebody has sent to an album of late, by which a browser knows what is there of the files that are chosen
 * again. What was refused, or taken out since, is sent anew.
 */
export const findSent = (eventId: number, by: number): Promise<SentFile[]> =>
  db().$queryRaw<SentFile[]>`
    select upload.id, upload.mark, upload.state
    from album_upload upload join album on album.id = upload.album_id
    left join album_picture picture on picture.id = upload.picture_id
    where album.event_id = ${eventId} and upload.created_by = ${by} and upload.mark <> ''
      and upload.state <> 'refused' and picture.removed_at is null
      and (upload.state in ('sending', 'waiting') or picture.id is not null)
    order by upload.created_at`;

/** Forgets what somebody has read: which of their files were refused, and which the album had. */
export const dismissSettled = (eventId: number, by: number) =>
  db().albumUpload.deleteMany({
    where: { createdBy: by, state: { in: ["refused", "duplicate"] }, album: { eventId } },
  });

async function* pieces(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer<ArrayBuffer>> {
  let gathered: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of content) {
      gathered.push(chunk);
      size += chunk.length;
      if (size < PIECE) continue;
      yield Buffer.concat(gathered);
      gathered = [];
      size = 0;
    }
  } catch (error) {
    // A connection that broke has brought this much all the same.
    if (size > 0) yield Buffer.concat(gathered);
    throw error;
  }
  if (size > 0) yield Buffer.concat(gathered);
}
