import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import { type Which, whichAlbum } from "./load-album.server.ts";
import { PICTURE_ORDER } from "./picture-order-sql.server.ts";
import { openTo, shownTo, type Viewer, withViewer } from "./visible-pictures-sql.server.ts";

/** A list, a page of its own, and what families take home. */
export const pictureSizes = ["small", "medium", "large"] as const;
export type PictureSize = (typeof pictureSizes)[number];

/** A picture by itself, with its neighbours. */
export type ShownPicture = {
  id: number;
  width: number;
  height: number;
  takenAt: Date | null;
  /** The family of whoever looks is tagged on it. */
  isOurs: boolean;
  /** They have said that it is not them, and nobody has decided. */
  isDoubted: boolean;
  place: number;
  of: number;
  previous: number | null;
  next: number | null;
};

/** From here: the pictures of one album that somebody may see. */
const seen = (which: Which, viewer: Viewer, onlyOurs: boolean) => Prisma.sql`
  from album_picture picture join album on album.id = picture.album_id join event on event.id = album.event_id
  where ${whichAlbum(which)} and ${openTo(viewer)} and ${shownTo(viewer)}
    and (not ${onlyOurs}::boolean or ${withViewer(viewer)})`;

/**
 * A picture as somebody may see it, with those beside it that they may see too.
 *
 * @returns null where there is none, or it is not, or not any more, for them.
 */
export async function loadPicture(
  on: Db,
  pictureId: number,
  which: Which,
  viewer: Viewer,
  onlyOurs: boolean,
): Promise<ShownPicture | null> {
  const memberId = typeof viewer === "object" && "memberId" in viewer ? viewer.memberId : null;
  const [picture] = await queryRows<ShownPicture>(
    on,
    Prisma.sql`
    with seen as (select picture.id, row_number() over (order by ${PICTURE_ORDER})::int as place,
        (count(*) over ())::int as of, lag(picture.id) over (order by ${PICTURE_ORDER}) as previous,
        lead(picture.id) over (order by ${PICTURE_ORDER}) as next ${seen(which, viewer, onlyOurs)})
    select seen.*, medium.width, medium.height, picture.taken_at as "takenAt", ${withViewer(viewer)} as "isOurs",
      exists (select from album_objection objection where objection.picture_id = picture.id
        and objection.kind = 'not-us' and objection.state = 'open'
        and objection.member_id = ${memberId}::int) as "isDoubted"
    from seen join album_picture picture on picture.id = seen.id join media medium on medium.id = picture.medium_id
    where seen.id = ${pictureId}::int`,
  );
  return picture ?? null;
}

export type PictureFile = {
  fileName: string;
  mime: string;
  /** Of what it holds, as a browser that has it says. */
  tag: string;
  /** Null where the asker has it already. */
  content: Uint8Array<ArrayBuffer> | null;
};

/**
 * A picture's file in one of its sizes, if whoever asks may see it at this moment: permission and content are one query.
 *
 * @param known the tag of what the asker has.
 */
export async function loadPictureFile(
  on: Db,
  picture: { id: number; size: PictureSize; which: Which; known: string | null },
  viewer: Viewer,
): Promise<PictureFile | null> {
  const { id, size, which, known } = picture;
  const column = Prisma.raw(`picture.${size}_id`);
  const [file] = await queryRows<PictureFile>(
    on,
    Prisma.sql`
    select picture.file_name as "fileName", media.mime, encode(media.sha256, 'hex') as tag,
      case when encode(media.sha256, 'hex') is distinct from ${known}::text then media.content end as content
    from album_picture picture join album on album.id = picture.album_id join event on event.id = album.event_id
    join media on media.id = ${column}
    where picture.id = ${id}::int and ${whichAlbum(which)} and ${openTo(viewer)} and ${shownTo(viewer)}`,
  );
  return file ?? null;
}
