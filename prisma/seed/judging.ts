import { randomUUID } from "node:crypto";
import type { Actor } from "#app/modules/access/actor.ts";
import { sayDone } from "#app/modules/judging/judge-done.server.ts";
import { makeJudge } from "#app/modules/judging/judge-links.server.ts";
import { loadToJudge } from "#app/modules/judging/load-judging.server.ts";
import { saveScores } from "#app/modules/judging/save-scores.server.ts";
import { db } from "#app/platform/db.server.ts";

/** A strict judge, a generous one, and one who uses the whole scale. */
const JUDGES = [
  { name: "林墨（美术老师）", from: 2, to: 6 },
  { name: "Sofia Bauer", from: 6, to: 10 },
  { name: "周敏（设计师）", from: 1, to: 10 },
] as const;

/**
 * How much a judge likes a picture by a criterion, from 0 to 1: by chance to look at, and the same each time. Judges
 * agree more than they differ.
 */
function liking(number: number, criterion: number, judge: number): number {
  const picture = ((number * 7 + criterion * 4) % 11) / 10;
  const taste = ((number * 5 + criterion * 3 + judge * 8) % 7) / 6;
  return 0.7 * picture + 0.3 * taste;
}

/** Has three judges score every entry of the demo's drawing contest, and say that they are done: it can be published. */
export async function loadDemoJudging(actor: Actor): Promise<void> {
  const contest = await db().contest.findUnique({
    where: { requestKey: "demo:drawing" },
    select: { id: true, _count: { select: { judges: true } } },
  });
  if (!contest || contest._count.judges > 0) return;
  const contestId = contest.id;
  const { criteria, entries } = await loadToJudge(db(), contestId);
  for (const [who, { name, from, to }] of JUDGES.entries()) {
    const made = await makeJudge({ contestId, name, requestKey: randomUUID() }, actor);
    if (!made.ok) throw new Error(made.refusal);
    const judge = { id: made.keys.judgeId, contestId };
    for (const entry of entries) {
      const scores = criteria.map(({ key }, place) => ({
        ...{ key: randomUUID(), entryId: entry.id, sequence: Date.now(), criterion: key },
        value: from + Math.round(liking(entry.number, place, who) * (to - from)),
      }));
      const saved = await saveScores(judge, scores);
      if (!saved.ok) throw new Error(saved.refusal);
    }
    await sayDone(judge);
  }
}
