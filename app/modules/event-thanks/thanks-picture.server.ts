import { Prisma } from "#app/generated.server/prisma/client.ts";
import { VISIBLE } from "#app/modules/albums/visible-pictures-sql.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";

/**
 * A picture of the album that a party is on, as a condition over the rows `picture` and `album`: as things stand at the
 * moment of asking, so that a consent that is taken back before a letter leaves takes the picture out of it.
 */
const OF_PARTY = Prisma.sql`album.state = 'published' and ${VISIBLE}
  and exists (select from album_tag own where own.picture_id = picture.id and own.registration_id = registration.id)`;

/** Whether there is one, over a row of `registration`. */
export const HAS_PICTURE = Prisma.sql`exists (select from album_picture picture
  join album on album.id = picture.album_id and album.event_id = registration.event_id where ${OF_PARTY})`;

/**
 * The picture for a party's letter: of those that they are on and that may be seen the one with the fewest people;
 * otherwise the photo over the event.
 *
 * @returns the file as it is kept; null where there is neither.
 */
export async function thanksPicture(on: Db, registrationId: number): Promise<Uint8Array | null> {
  const [row] = await queryRows<{ content: Uint8Array | null }>(
    on,
    Prisma.sql`
    select (select content from media where media.id = coalesce(
        (select picture.medium_id from album_picture picture
          join album on album.id = picture.album_id and album.event_id = registration.event_id
          where ${OF_PARTY}
          order by (select count(*) from album_tag tag where tag.picture_id = picture.id), picture.id limit 1),
        (select cover.medium_id from event_cover cover
          where cover.event_id = event.id and cover.id = (event.plan->>'coverId')::int))) as content
    from registration join event on event.id = registration.event_id
    where registration.id = ${registrationId}`,
  );
  return row?.content ?? null;
}
