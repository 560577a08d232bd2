import { Prisma } from "#app/generated.server/prisma/client.ts";
import { contestOf } from "#app/modules/contests/contest-row.server.ts";
import { entriesOf } from "#app/modules/contests/entries-of.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import type { EntryToJudge, JudgeScores } from "./judging.ts";
import type { Criterion } from "./ranking.ts";

export type KeptJudge = JudgeScores & {
  comments: ReadonlyMap<number, string>;
  /** When the last score of each entry was given, in milliseconds. */
  givenAt: ReadonlyMap<number, number>;
  doneAt: Date | null;
  endedAt: Date | null;
  lastSeenAt: Date | null;
  excludedWhy: string | null;
};

/**
 * The judges of a contest in the order in which they were named, with all that counts of what they gave.
 *
 * @param judgeId one of them alone.
 */
export async function loadJudges(
  on: Db,
  contestId: number,
  judgeId: number | null = null,
): Promise<KeptJudge[]> {
  const rows = await queryRows<
    Pick<KeptJudge, "id" | "name" | "doneAt" | "endedAt" | "lastSeenAt" | "excludedWhy"> & {
      conflicts: number[];
      scores: [
        entryId: number,
        criterion: string,
        value: number | null,
        comment: string | null,
        sequence: number,
      ][];
    }
  >(
    on,
    Prisma.sql`
      select id, name, done_at as "doneAt", ended_at as "endedAt", last_seen_at as "lastSeenAt",
        excluded_why as "excludedWhy",
        coalesce((select jsonb_agg(entry_id) from judge_conflict where judge_id = judge.id), '[]') as conflicts,
        coalesce((select jsonb_agg(jsonb_build_array(entry_id, criterion, value, comment, sequence)) from (
          select distinct on (entry_id, criterion) entry_id, criterion, value, comment, sequence
          from judge_score where judge_id = judge.id
          order by entry_id, criterion, sequence desc, judge_score.id desc) as given), '[]') as scores
      from judge where contest_id = ${contestId} and (${judgeId}::int is null or id = ${judgeId}::int)
      order by id`,
  );
  return rows.map(({ conflicts, scores, ...judge }) => {
    const given = new Map<number, Record<string, number>>();
    const comments = new Map<number, string>();
    const givenAt = new Map<number, number>();
    for (const [entryId, criterion, value, comment, sequence] of scores) {
      if (value === null) {
        comments.set(entryId, comment ?? "");
        continue;
      }
      given.set(entryId, { ...given.get(entryId), [criterion]: value });
      givenAt.set(entryId, Math.max(givenAt.get(entryId) ?? 0, sequence));
    }
    return {
      ...judge,
      ...{ conflicts: new Set(conflicts), scores: given, comments, givenAt },
      isExcluded: judge.excludedWhy !== null,
    };
  });
}

/** What there is to judge of a contest, and by whom. */
export type ToJudge = {
  criteria: readonly Criterion[];
  entries: readonly EntryToJudge[];
  judges: readonly KeptJudge[];
};

/**
 * What there is to judge of a contest that is judged, and by whom.
 *
 * @param judgeId one judge alone.
 */
export async function loadToJudge(
  on: Db,
  contestId: number,
  judgeId: number | null = null,
): Promise<ToJudge> {
  const contest = await contestOf(on, contestId);
  const entries = await entriesOf(on, contestId);
  const judges = await loadJudges(on, contestId, judgeId);
  const criteria = contest?.terms.kind === "pictures" ? contest.terms.criteria : [];
  return { criteria, entries, judges };
}
