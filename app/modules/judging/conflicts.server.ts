import type { Actor } from "#app/modules/access/actor.ts";
import { lockContest } from "#app/modules/contests/contest-row.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { noteJudge } from "./judge-links.server.ts";

type Which = { contestId: number; judgeId: number; entryId: number };

/**
 * Notes that an entry is of a judge's own family: they are not asked for it, and what they gave it does not count.
 *
 * @param by null where the judge says so.
 * @returns false where there is no such judge or entry in the contest. Said again, it stays as it is.
 */
export function noteConflict(
  { contestId, judgeId, entryId }: Which,
  { by, address }: { by: number | null; address?: string },
): Promise<boolean> {
  return inRetriedTransaction(async (tx) => {
    const contest = await lockContest(tx, contestId);
    const judge = await tx.judge.findFirst({ where: { id: judgeId, contestId } });
    const entry = await tx.contestEntry.findFirst({ where: { id: entryId, contestId } });
    if (!contest || !judge || !entry) return false;
    if (by === null && contest.state === "published") return false;
    const { count } = await tx.judgeConflict.createMany({
      data: { judgeId, entryId, createdBy: by },
      skipDuplicates: true,
    });
    if (count > 0) {
      const detail = { entry: entry.number };
      await noteJudge(tx, "judge.conflict-noted", judge, { by, address }, detail);
    }
    return true;
  });
}

/** Takes back that an entry is of a judge's family. False where nobody had noted it. */
export function takeConflictBack(
  { contestId, judgeId, entryId }: Which,
  actor: Actor,
): Promise<boolean> {
  return inRetriedTransaction(async (tx) => {
    await lockContest(tx, contestId);
    const noted = await tx.judgeConflict.findFirst({
      where: { judgeId, entryId, judge: { contestId } },
      select: { judge: true, entry: { select: { number: true } } },
    });
    if (!noted) return false;
    await tx.judgeConflict.delete({ where: { judgeId_entryId: { judgeId, entryId } } });
    const detail = { entry: noted.entry.number };
    await noteJudge(tx, "judge.conflict-taken-back", noted.judge, actor, detail);
    return true;
  });
}
