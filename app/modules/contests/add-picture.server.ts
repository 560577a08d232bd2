import { type Db, db } from "#app/platform/db.server.ts";
import { holdPictures, removeUnusedPictures } from "#app/platform/kept-pictures.server.ts";
import {
  isHeic,
  PHOTO_BYTES,
  type PictureRefusal,
  storePhoto,
} from "#app/platform/pictures.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { lockContest } from "./contest-row.server.ts";

/** A list, a page on a phone, a judge's tablet. Nothing is cropped. */
const SIZES = [{ side: 400 }, { side: 1200 }, { side: 2400 }] as const;

export type PictureAdded =
  | { ok: true; pictureId: number }
  | { ok: false; refusal: PictureRefusal | "heic" | "no-such-entry" | "not-open" | "too-late" };

/** Who sends a picture: staff on the spot, or a guardian from home, whose party's entry it must be. */
export type PictureBy = { by: number; memberId: number | null };

/**
 * Gives an entry its picture, in place of the one it had: nobody sees that any more, and it stays in the entry's history.
 * The same picture sent twice is one. From home until the day that the contest says; on the spot until entries close.
 *
 * The picture is decoded before any lock is taken, so a caller holds no transaction open.
 */
export async function addEntryPicture(
  { entryId, picture }: { entryId: number; picture: Uint8Array },
  who: PictureBy,
  now = new Date(),
): Promise<PictureAdded> {
  const may = await pictureMayCome(db(), entryId, who, now);
  if (!may.ok) return may;
  if (await isHeic(picture)) return { ok: false, refusal: "heic" };
  const how = { createdBy: who.by, sizes: SIZES, mostBytes: PHOTO_BYTES };
  for (;;) {
    const stored = await storePhoto(db(), picture, how);
    if (!stored.ok) return stored;
    const added = await givePicture(entryId, stored.mediaIds, { ...may, who, now });
    if (added === "gone") continue;
    // What was too late for its entry is nobody's.
    if (!added.ok) await removeUnusedPictures(db(), stored.mediaIds);
    return added;
  }
}

/** `gone`: somebody has had the same picture removed since it was stored. */
const givePicture = (
  entryId: number,
  mediaIds: readonly number[],
  { contestId, who, now }: { contestId: number; who: PictureBy; now: Date },
) =>
  inRetriedTransaction<PictureAdded | "gone">(async (tx) => {
    await lockContest(tx, contestId);
    const still = await pictureMayCome(tx, entryId, who, now);
    if (!still.ok) return still;
    if (!(await holdPictures(tx, mediaIds))) return "gone";
    const [smallId, mediumId, largeId] = mediaIds as [number, number, number];
    const shown = await tx.contestPicture.findFirst({
      where: { entryId, removedAt: null },
      select: { id: true, largeId: true },
    });
    if (shown?.largeId === largeId) return { ok: true, pictureId: shown.id };
    await removePictures(tx, entryId, now);
    const { id } = await tx.contestPicture.create({
      data: { entryId, smallId, mediumId, largeId, createdBy: who.by },
      select: { id: true },
    });
    return { ok: true, pictureId: id };
  });

/** Takes what is shown of an entry from view. */
export const removePictures = (tx: Db, entryId: number, now: Date) =>
  tx.contestPicture.updateMany({
    where: { entryId, removedAt: null },
    data: { removedAt: now },
  });

async function pictureMayCome(
  on: Db,
  entryId: number,
  { memberId }: PictureBy,
  now: Date,
): Promise<
  | { ok: true; contestId: number }
  | { ok: false; refusal: "no-such-entry" | "not-open" | "too-late" }
> {
  const entry = await on.contestEntry.findFirst({
    where: { id: entryId, ...(memberId !== null && { registration: { memberId } }) },
    select: {
      ...{ contestId: true, state: true },
      contest: { select: { state: true, kind: true, entriesUntil: true } },
    },
  });
  if (entry?.state !== "in" || entry.contest.kind !== "pictures") {
    return { ok: false, refusal: "no-such-entry" };
  }
  if (entry.contest.state !== "open") return { ok: false, refusal: "not-open" };
  const { entriesUntil } = entry.contest;
  if (memberId !== null && !(entriesUntil && now < entriesUntil)) {
    return { ok: false, refusal: "too-late" };
  }
  return { ok: true, contestId: entry.contestId };
}
