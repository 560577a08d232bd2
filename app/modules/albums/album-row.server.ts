import type { Db } from "#app/platform/db.server.ts";

export type AlbumState = "draft" | "published";

/**
 * The album of an event, made where there is none yet: whoever keeps pictures of an event has one.
 *
 * @returns its id; null where there is no such event, or it is a draft still.
 */
export async function openAlbum(
  on: Db,
  eventId: number,
  by: number | null,
): Promise<number | null> {
  const [made] = await on.$queryRaw<{ id: number }[]>`
    insert into album (event_id, created_by)
    select id, ${by} from event where id = ${eventId} and state <> 'draft'
    on conflict (event_id) do nothing returning id`;
  if (made) return made.id;
  const album = await on.album.findUnique({ where: { eventId }, select: { id: true } });
  return album?.id ?? null;
}

/**
 * Reads the album of an event and keeps everybody else who changes it waiting until the transaction ends.
 *
 * @returns null where there is none.
 */
export async function lockAlbum(tx: Db, eventId: number) {
  await tx.$queryRaw`select id from album where event_id = ${eventId} for update`;
  const album = await tx.album.findUnique({ where: { eventId } });
  return album && { ...album, state: album.state as AlbumState };
}
