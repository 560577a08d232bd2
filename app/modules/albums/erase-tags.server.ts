import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Leaver } from "#app/modules/feature.ts";
import type { Db } from "#app/platform/db.server.ts";

/**
 * The pictures of a family that leaves: nobody sees those any more that somebody of it is on, and nothing says that
 * they were. Their pixels go with whatever else was taken out.
 *
 * @param now for tests; the clock otherwise.
 */
export async function eraseTags(tx: Db, { member }: Leaver, now = new Date()): Promise<void> {
  if (!member) return;
  // In order, as everybody who changes albums locks them.
  await tx.$queryRaw`
    select album.id from album join registration on registration.event_id = album.event_id
    where registration.member_id = ${member.id} order by album.id for update of album`;
  await tx.$executeRaw`
    update album_picture set removed_at = coalesce(removed_at, ${now}::timestamptz), removed_by = null, removed_why = 'left'
    where id in (select tag.picture_id from album_tag tag
      join registration on registration.id = tag.registration_id
      where registration.member_id = ${member.id})`;
  await tx.albumTag.deleteMany({ where: { registration: { memberId: member.id } } });
}

/** That somebody was tagged in the moment in which they left, over the row `member`. */
export const STILL_TAGGED = Prisma.sql`exists (select from album_tag tag
  join registration on registration.id = tag.registration_id
  where registration.member_id = member.id)`;
