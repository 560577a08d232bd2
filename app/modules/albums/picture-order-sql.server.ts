import { Prisma } from "#app/generated.server/prisma/client.ts";

/**
 * The order of an album, over the row `picture`: by the time taken, then by name; pictures of which no camera says
 * when are last. The index `album_picture_order` is in this order.
 */
export const PICTURE_ORDER = Prisma.sql`
  coalesce(picture.taken_at, 'infinity'), picture.file_name collate "C", picture.id`;

/** That a picture comes after another one of its album, by that one's id. */
export const afterPicture = (id: number): Prisma.Sql => Prisma.sql`
  (coalesce(picture.taken_at, 'infinity'), picture.file_name collate "C", picture.id) > (
    select coalesce(before.taken_at, 'infinity'), before.file_name collate "C", before.id
    from album_picture before where before.id = ${id})`;

/** That it comes before it. */
export const beforePicture = (id: number): Prisma.Sql => Prisma.sql`
  (coalesce(picture.taken_at, 'infinity'), picture.file_name collate "C", picture.id) < (
    select coalesce(after.taken_at, 'infinity'), after.file_name collate "C", after.id
    from album_picture after where after.id = ${id})`;
