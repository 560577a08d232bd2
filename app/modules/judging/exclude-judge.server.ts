import type { Actor } from "#app/modules/access/actor.ts";
import { lockContest } from "#app/modules/contests/contest-row.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { noteJudge } from "./judge-links.server.ts";

type Which = { contestId: number; judgeId: number };

/**
 * Leaves a judge out of the ranking, with a reason that stays: one who has gone home half-way, say. What they gave is kept
 * and does not count. False where there is none to exclude.
 */
export function excludeJudge({ why, ...of }: Which & { why: string }, actor: Actor) {
  return change(of, false, actor, {
    data: { excludedAt: new Date(), excludedBy: actor.by, excludedWhy: why },
    note: ["judge.excluded", { reason: why }],
  });
}

/** Counts a judge again who was excluded. False where none is. */
export function includeJudge(of: Which, actor: Actor) {
  return change(of, true, actor, {
    data: { excludedAt: null, excludedBy: null, excludedWhy: null },
    note: ["judge.included", {}],
  });
}

function change(
  { contestId, judgeId }: Which,
  isExcluded: boolean,
  actor: Actor,
  to: {
    data: { excludedAt: Date | null; excludedBy: number | null; excludedWhy: string | null };
    note: ["judge.excluded" | "judge.included", Record<string, string>];
  },
): Promise<boolean> {
  return inRetriedTransaction(async (tx) => {
    await lockContest(tx, contestId);
    const excludedAt = isExcluded ? { not: null } : null;
    const [judge] = await tx.judge.updateManyAndReturn({
      where: { id: judgeId, contestId, excludedAt },
      data: to.data,
    });
    if (!judge) return false;
    const [action, detail] = to.note;
    await noteJudge(tx, action, judge, actor, detail);
    return true;
  });
}
