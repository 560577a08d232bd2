import type { Db } from "#app/platform/db.server.ts";
import { removeUnusedPictures } from "#app/platform/kept-pictures.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { lockContest } from "./contest-row.server.ts";

/** An entry, and the member whose party's it must be. */
type OwnEntry = { entryId: number; memberId: number };

/** Locks the contest of somebody's own entry; null where it is not theirs. */
async function lockContestOf(tx: Db, { entryId, memberId }: OwnEntry) {
  const own = await tx.contestEntry.findFirst({
    where: { id: entryId, registration: { memberId } },
    select: { contestId: true },
  });
  return own && lockContest(tx, own.contestId);
}

/** Withdraws one's own entry as long as entries are open. False where it is none, or too late. */
export const withdrawOwnEntry = (own: OwnEntry): Promise<boolean> =>
  inRetriedTransaction(async (tx) => {
    const contest = await lockContestOf(tx, own);
    if (contest?.state !== "open") return false;
    const { count } = await tx.contestEntry.updateMany({
      where: { id: own.entryId, state: "in" },
      data: { state: "withdrawn" },
    });
    return count > 0;
  });

/**
 * Takes a child's name and picture out of a contest for good, also after its ranking is public: then the entry stays with
 * its number, as nobody's. Before that it is withdrawn: no judge is asked for a picture that is gone, and no prize is won
 * by nobody. False where it is not theirs.
 */
export const forgetOwnEntry = (own: OwnEntry): Promise<boolean> =>
  inRetriedTransaction(async (tx) => {
    if (!(await lockContestOf(tx, own))) return false;
    await forgetEntries(tx, [own.entryId]);
    return true;
  });

/** The same of everything that a member's parties entered. Votes that they gave stay: their parties keep no names. */
export async function eraseEntries(tx: Db, memberId: number): Promise<void> {
  const entries = await tx.contestEntry.findMany({
    where: { registration: { memberId } },
    orderBy: { contestId: "asc" },
    select: { id: true, contestId: true },
  });
  // Who publishes at this moment is done, or waits.
  for (const contestId of new Set(entries.map((entry) => entry.contestId))) {
    await lockContest(tx, contestId);
  }
  await forgetEntries(
    tx,
    entries.map(({ id }) => id),
  );
}

async function forgetEntries(tx: Db, ids: number[]): Promise<void> {
  if (ids.length === 0) return;
  const where = { entryId: { in: ids } };
  const pictures = await tx.contestPicture.findMany({ where });
  await tx.contestPicture.deleteMany({ where });
  await removeUnusedPictures(
    tx,
    pictures.flatMap(({ smallId, mediumId, largeId }) => [smallId, mediumId, largeId]),
  );
  await tx.contestEntry.updateMany({
    where: { id: { in: ids } },
    data: {
      ...{ registrationPersonId: null, registrationId: null, note: "", createdBy: null },
      erasedAt: new Date(),
    },
  });
  await tx.contestEntry.updateMany({
    where: { id: { in: ids }, contest: { state: { in: ["open", "closed"] } } },
    data: { state: "withdrawn" },
  });
}
