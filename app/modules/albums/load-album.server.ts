import { Prisma } from "#app/generated.server/prisma/client.ts";
import { readPlan } from "#app/modules/events/plan.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import { beforePicture, PICTURE_ORDER } from "./picture-order-sql.server.ts";
import { openTo, shownTo, type Viewer, withViewer } from "./visible-pictures-sql.server.ts";

/** So many pictures a page: the album of an afternoon is one. */
export const ALBUM_PAGE = 500;

/** Which album: of an event by its address or its number, or the one that a link leads to. */
export type Which = { slug: string } | { eventId: number } | "of-link";

/** A picture among others. */
export type ListedPicture = { id: number; width: number; height: number; takenAt: Date | null };

export type ShownAlbum = {
  id: number;
  eventId: number;
  slug: string;
  title: { en: string; zh: string };
  startsAt: Date;
  /** How many whoever looks can see, and on how many of them their family is; with the bytes of what they can take home. */
  pictures: number;
  ours: number;
  bytes: number;
  ourBytes: number;
  page: ListedPicture[];
  /** With which the next page begins; null on the last. */
  next: number | null;
};

export const whichAlbum = (which: Which): Prisma.Sql => {
  if (which === "of-link") return Prisma.sql`true`;
  return "slug" in which
    ? Prisma.sql`event.slug = ${which.slug}`
    : Prisma.sql`event.id = ${which.eventId}::int`;
};

/**
 * An album with a page of its pictures, as somebody may see it.
 *
 * @param part.onlyOurs those alone that the family of whoever looks is on; `from`: the picture with which the page begins.
 * @returns null where there is none, or it is not for them.
 */
export async function loadAlbum(
  on: Db,
  which: Which,
  viewer: Viewer,
  part: { onlyOurs: boolean; from: number | null },
): Promise<ShownAlbum | null> {
  type Row = Omit<ShownAlbum, "title" | "startsAt" | "page" | "next" | "bytes" | "ourBytes"> & {
    plan: unknown;
    bytes: string;
    ourBytes: string;
  };
  const [row] = await queryRows<Row>(
    on,
    Prisma.sql`
    select album.id, event.id as "eventId", event.slug, event.plan, seen.pictures, seen.ours, seen.bytes, seen."ourBytes"
    from album join event on event.id = album.event_id
    cross join lateral (
      select count(*)::int as pictures, (count(*) filter (where ours))::int as ours,
        coalesce(sum(bytes), 0)::text as bytes, coalesce(sum(bytes) filter (where ours), 0)::text as "ourBytes"
      from (select ${withViewer(viewer)} as ours, length(media.content) as bytes
        from album_picture picture join media on media.id = picture.large_id
        where picture.album_id = album.id and ${shownTo(viewer)}) shown) seen
    where ${whichAlbum(which)} and ${openTo(viewer)}`,
  );
  if (!row) return null;
  const { plan, bytes, ourBytes, ...album } = row;
  const { title, startsAt } = readPlan(plan);
  const found = await loadPage(on, album.id, viewer, part);
  return {
    ...album,
    ...{ title, startsAt },
    bytes: Number(bytes),
    ourBytes: Number(ourBytes),
    page: found.slice(0, ALBUM_PAGE),
    next: found[ALBUM_PAGE]?.id ?? null,
  };
}

/** The pictures of a page, and the first one after it. */
function loadPage(
  on: Db,
  albumId: number,
  viewer: Viewer,
  { onlyOurs, from }: { onlyOurs: boolean; from: number | null },
): Promise<ListedPicture[]> {
  return queryRows<ListedPicture>(
    on,
    Prisma.sql`
    select picture.id, small.width, small.height, picture.taken_at as "takenAt"
    from album_picture picture join album on album.id = picture.album_id
    join media small on small.id = picture.small_id
    where picture.album_id = ${albumId} and ${shownTo(viewer)}
      and (not ${onlyOurs}::boolean or ${withViewer(viewer)})
      and (${from}::int is null or coalesce(not ${beforePicture(from ?? 0)}, true))
    order by ${PICTURE_ORDER} limit ${ALBUM_PAGE + 1}`,
  );
}
