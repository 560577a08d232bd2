import { Prisma } from "#app/generated.server/prisma/client.ts";

// What queries over `gift` say of when a gift is shown, of what was taken of it, and of its photos.

/** Gifts that are shown at an instant: as `isVisible` decides. */
export const isShown = (now: Prisma.Sql) => Prisma.sql`
  (gift.archived_at is null or gift.archived_at > ${now})
  and (gift.visible_from is null or gift.visible_from <= ${now})
  and (gift.visible_until is null or ${now} < gift.visible_until)`;

/**
 * Pieces of a gift that were taken and not given back; nought where nothing limits them.
 *
 * @param limit the gift's column that limits them.
 * @param whose a condition over `redemption`.
 */
export const takenOf = (limit: Prisma.Sql, whose: Prisma.Sql) => Prisma.sql`
  (case when ${limit} is null then 0 else (
    select coalesce(sum(redemption.quantity), 0)::int from redemption
    where redemption.gift_id = gift.id and ${whose}
      and redemption.state not in ('cancelled', 'lapsed', 'returned')) end)`;

/** A gift's photos in order, as JSON: see `GiftPhoto`. */
export const photosOf = (most: number) => Prisma.sql`
  (select coalesce(jsonb_agg(jsonb_build_object(
      'small', jsonb_build_object('id', small.id, 'width', small.width, 'height', small.height),
      'medium', jsonb_build_object('id', medium.id, 'width', medium.width, 'height', medium.height),
      'large', jsonb_build_object('id', large.id, 'width', large.width, 'height', large.height))
      order by photo.position, photo.id), '[]')
    from (select * from gift_photo where gift_id = gift.id order by position, id limit ${most}) photo
    join media small on small.id = photo.small_id
    join media medium on medium.id = photo.medium_id
    join media large on large.id = photo.large_id)`;
