import { Prisma } from "#app/generated.server/prisma/client.ts";
import { readPlan } from "#app/modules/events/plan.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import { PICTURE_ORDER } from "./picture-order-sql.server.ts";
import { openTo, VISIBLE, withViewer } from "./visible-pictures-sql.server.ts";

/** The newest; nobody comes to so many events. */
const SHOWN = 100;

export type OwnAlbum = {
  slug: string;
  title: { en: string; zh: string };
  startsAt: Date;
  pictures: number;
  ours: number;
  /** One with them on it if there is one; null where they see none. */
  cover: { id: number; width: number; height: number } | null;
};

/**
 * The albums that a member may see, the newest event first.
 *
 * @param eventId of one event alone.
 */
export async function loadOwnAlbums(
  on: Db,
  memberId: number,
  eventId: number | null = null,
): Promise<OwnAlbum[]> {
  const viewer = { memberId };
  const rows = await queryRows<Omit<OwnAlbum, "title" | "startsAt"> & { plan: unknown }>(
    on,
    Prisma.sql`
    select event.slug, event.plan, seen.pictures, seen.ours, (
        select jsonb_build_object('id', picture.id, 'width', small.width, 'height', small.height)
        from album_picture picture join media small on small.id = picture.small_id
        where picture.album_id = album.id and ${VISIBLE}
        order by ${withViewer(viewer)} desc, ${PICTURE_ORDER} limit 1) as cover
    from album join event on event.id = album.event_id
    cross join lateral (
      select count(*)::int as pictures, (count(*) filter (where ${withViewer(viewer)}))::int as ours
      from album_picture picture where picture.album_id = album.id and ${VISIBLE}) seen
    where ${openTo(viewer)} and (${eventId}::int is null or event.id = ${eventId})
    order by event.starts_at desc, event.id desc limit ${SHOWN}`,
  );
  return rows.map(({ plan, ...album }) => {
    const { title, startsAt } = readPlan(plan);
    return { ...album, title, startsAt };
  });
}

/** What a member said of pictures of an album, the newest first. */
export const loadOwnObjections = (on: Db, albumId: number, memberId: number) =>
  on.albumObjection.findMany({
    where: { memberId, picture: { albumId } },
    orderBy: { id: "desc" },
    take: SHOWN,
    select: { id: true, kind: true, state: true, createdAt: true },
  });

export type OwnObjection = Awaited<ReturnType<typeof loadOwnObjections>>[number];
