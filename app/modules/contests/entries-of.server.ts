import type { Db } from "#app/platform/db.server.ts";

export type EntryState = "in" | "withdrawn";

/**
 * The entries of a contest by their numbers, without anybody's name. One whose `registrationPersonId` is null waits for
 * whose it is, or, where `isErased`, was somebody's who has left.
 *
 * @param of.withdrawn also those that were withdrawn.
 */
export async function entriesOf(
  on: Db,
  contestId: number,
  { withdrawn = false }: { withdrawn?: boolean } = {},
) {
  const rows = await on.contestEntry.findMany({
    where: { contestId, ...(!withdrawn && { state: "in" }) },
    orderBy: { number: "asc" },
    select: {
      ...{ id: true, number: true, registrationPersonId: true, registrationId: true },
      ...{ bracket: true, state: true, erasedAt: true },
      pictures: {
        orderBy: { position: "asc" },
        select: { id: true, createdAt: true, removedAt: true },
      },
    },
  });
  return rows.map(({ erasedAt, pictures: all, state, ...entry }) => ({
    ...entry,
    state: state as EntryState,
    isErased: erasedAt !== null,
    /** What is shown of it: addresses are made of these ids. */
    pictures: all
      .filter(({ removedAt }) => removedAt === null)
      .map(({ id, createdAt }) => ({ id, createdAt })),
    /** When another picture took the place of the one before; null of one that is the first. */
    replacedAt: all.reduce<Date | null>(
      (last, { removedAt }) => (removedAt && !(last && removedAt < last) ? removedAt : last),
      null,
    ),
  }));
}

export const pictureSizes = ["small", "medium", "large"] as const;
export type PictureSize = (typeof pictureSizes)[number];

/**
 * The picture of an entry in one of its sizes, as `platform/kept-pictures.server.ts` finds it; null where there is none that is
 * shown. Whether the asker may see it is the caller's question.
 */
export async function findEntryPicture(on: Db, pictureId: number, size: PictureSize) {
  const picture = await on.contestPicture.findFirst({
    where: { id: pictureId, removedAt: null },
    select: {
      ...{ smallId: true, mediumId: true, largeId: true },
      entry: {
        select: {
          ...{ id: true, contestId: true, registrationPersonId: true, registrationId: true },
          registration: { select: { memberId: true } },
        },
      },
    },
  });
  if (!picture) return null;
  const { registration, ...entry } = picture.entry;
  const memberId = registration?.memberId ?? null;
  return { mediaId: picture[`${size}Id`], entry: { ...entry, memberId } };
}
