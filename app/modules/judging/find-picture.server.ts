import { findEntryPicture, type PictureSize } from "#app/modules/contests/entries-of.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { FoundJudge } from "./judge-links.server.ts";

/** The picture of an entry that a judge may see, as `platform/kept-pictures.server.ts` finds it: of their contest, and in. */
export async function findPictureToJudge(
  on: Db,
  judge: Pick<FoundJudge, "contestId">,
  pictureId: number,
  size: PictureSize,
): Promise<number | null> {
  const picture = await findEntryPicture(on, pictureId, size);
  if (picture?.entry.contestId !== judge.contestId) return null;
  const isIn = await on.contestEntry.count({ where: { id: picture.entry.id, state: "in" } });
  return isIn > 0 ? picture.mediaId : null;
}
