import type { Actor } from "#app/modules/access/actor.ts";
import { lockContest } from "#app/modules/contests/contest-row.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { noteJudge } from "./judge-links.server.ts";
import { changesOf, rowOf } from "./save-scores.server.ts";

export type ScoresCorrected =
  /** `published`: the ranking that is public follows from what it was before. */
  | { ok: true; changed: number; published: boolean }
  | { ok: false; refusal: "no-such-entry" | "own-child" | "not-judged" };

/**
 * Changes what a judge gave an entry, on the judge's word or because it was put down wrong, with a reason; also once the
 * ranking is public, which is out of date from then on. What was there before stays in the history.
 *
 * @param values by criterion; those that are the same are not written again.
 */
export function correctScores(
  of: {
    contestId: number;
    judgeId: number;
    entryId: number;
    values: Readonly<Record<string, number>>;
    reason: string;
  },
  actor: Actor,
): Promise<ScoresCorrected> {
  const { contestId, judgeId, entryId, values, reason } = of;
  return inRetriedTransaction<ScoresCorrected>(async (tx) => {
    const contest = await lockContest(tx, contestId);
    const judge = await tx.judge.findFirst({ where: { id: judgeId, contestId } });
    const entry = await tx.contestEntry.findFirst({
      where: { id: entryId, contestId, state: "in" },
      select: { number: true, judgeConflicts: { where: { judgeId } } },
    });
    if (!contest || !judge || !entry) return { ok: false, refusal: "no-such-entry" };
    const { terms, state } = contest;
    if (terms.kind !== "pictures" || !["open", "closed", "published"].includes(state)) {
      return { ok: false, refusal: "not-judged" };
    }
    if (entry.judgeConflicts.length > 0) return { ok: false, refusal: "own-child" };
    const known = Object.fromEntries(
      terms.criteria.flatMap(({ key }) => {
        const value = values[key];
        return value === undefined ? [] : [[key, value]];
      }),
    );
    const changes = await changesOf(tx, judgeId, { entryId, values: known, comment: null });
    await tx.judgeScore.createMany({
      data: changes.map((score) => ({
        ...rowOf(judgeId, score),
        changedBy: actor.by,
        reason,
      })),
    });
    if (changes.length > 0) {
      await noteJudge(tx, "judge.scores-corrected", judge, actor, { entry: entry.number, reason });
    }
    return { ok: true, changed: changes.length, published: state === "published" };
  });
}
