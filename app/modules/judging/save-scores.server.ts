import { randomUUID } from "node:crypto";
import { Prisma } from "#app/generated.server/prisma/client.ts";
import { contestOf } from "#app/modules/contests/contest-row.server.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { FoundJudge } from "./judge-links.server.ts";
import {
  type GivenScore,
  nextSequence,
  type SaveRefusal,
  type ScoreAnswer,
  type ScoreOutcome,
} from "./score.ts";

export type ScoresSaved =
  | { ok: true; answers: ScoreAnswer[] }
  | { ok: false; refusal: SaveRefusal };

/** So far a tablet's clock may be ahead of the club's, which it is set by: keys are pressed within a millisecond. */
const AHEAD_MS = 1_000;

type Judge = Pick<FoundJudge, "id" | "contestId">;

/**
 * Keeps what a judge gave, every score by itself: one that cannot be taken holds up no other. Sent again, a score is the
 * same; one that arrives after a newer one of the same entry and criterion is history and does not count.
 *
 * Judges do not wait for one another: they share the contest's row, which publishing takes for itself.
 */
export function saveScores(judge: Judge, given: readonly GivenScore[]): Promise<ScoresSaved> {
  return inRetriedTransaction<ScoresSaved>(async (tx) => {
    const opened = await openFor(tx, judge);
    if ("refusal" in opened) return { ok: false, refusal: opened.refusal };
    const outcomes = await judgeable(tx, judge, opened.criteria, given);
    const latest = Date.now() + AHEAD_MS;
    // A clock that ran ahead for a while would make whatever is given after it late.
    const taken = given
      .filter((_, at) => outcomes[at] === "saved")
      .map((score) => ({ ...score, sequence: Math.min(score.sequence, latest) }));
    await tx.judgeScore.createMany({
      data: taken.map((score) => rowOf(judge.id, score)),
      skipDuplicates: true,
    });
    const counting = await countingKeys(tx, judge.id, taken);
    return {
      ok: true,
      answers: given.map(({ key }, at) => {
        const outcome = outcomes[at] as ScoreOutcome;
        return { key, outcome: outcome === "saved" && !counting.has(key) ? "late" : outcome };
      }),
    };
  });
}

/** What a form without scripts holds: all of an entry at once, without what was left open. */
export type WholeEntry = {
  entryId: number;
  values: Readonly<Record<string, number>>;
  /** Null: none was asked for. */
  comment: string | null;
};

/** Keeps all that a form holds of an entry, as given just now; what is as it was is not written again. */
export async function saveWholeEntry(judge: Judge, whole: WholeEntry): Promise<ScoresSaved> {
  return saveScores(judge, await changesOf(db(), judge.id, whole));
}

/** Gives an entry once more what a judge gave it: the picture is another, and they looked at it again. */
export async function holdScores(judge: Judge, entryId: number): Promise<ScoresSaved> {
  const current = await currentScores(db(), judge.id, [entryId]);
  const sequence = sequenceAfter(current);
  const again = current.flatMap(({ criterion, value }) =>
    value === null ? [] : [{ key: randomUUID(), entryId, sequence, criterion, value }],
  );
  return saveScores(judge, again);
}

/** What of an entry differs from what a judge gave last, to be kept after it. */
export async function changesOf(
  on: Db,
  judgeId: number,
  { entryId, values, comment }: WholeEntry,
): Promise<GivenScore[]> {
  const current = await currentScores(on, judgeId, [entryId]);
  const sequence = sequenceAfter(current);
  const was = new Map(current.map((row) => [row.criterion, row.value ?? row.comment]));
  const more = (given: { criterion: string; value: number } | { comment: string }): GivenScore => ({
    ...{ key: randomUUID(), entryId, sequence },
    ...given,
  });
  return [
    ...Object.entries(values)
      .filter(([criterion, value]) => was.get(criterion) !== value)
      .map(([criterion, value]) => more({ criterion, value })),
    ...(comment !== null && comment !== (was.get("") ?? "") ? [more({ comment })] : []),
  ];
}

/** Given now, and after all of that. */
const sequenceAfter = (given: readonly { sequence: bigint }[]): number =>
  nextSequence(
    given.reduce((most, row) => Math.max(most, Number(row.sequence)), 0),
    Date.now(),
  );

/** Whether scores are taken now, and for what. */
async function openFor(
  tx: Db,
  judge: Judge,
): Promise<{ refusal: SaveRefusal } | { criteria: ReadonlySet<string> }> {
  await tx.$queryRaw`select id from contest where id = ${judge.contestId} for share`;
  const contest = await contestOf(tx, judge.contestId);
  const row = await tx.judge.findUnique({ where: { id: judge.id } });
  if (contest?.terms.kind !== "pictures" || !row || row.endedAt !== null) {
    return { refusal: "over" };
  }
  if (row.excludedAt !== null) return { refusal: "excluded" };
  if (contest.state === "draft") return { refusal: "not-begun" };
  if (contest.state === "called-off") return { refusal: "over" };
  if (contest.state === "published") return { refusal: "published" };
  return { criteria: new Set(contest.terms.criteria.map(({ key }) => key)) };
}

/** For each score why it cannot be taken, or `saved`. */
async function judgeable(
  tx: Db,
  judge: Judge,
  criteria: ReadonlySet<string>,
  given: readonly GivenScore[],
): Promise<ScoreOutcome[]> {
  const entries = await tx.contestEntry.findMany({
    where: { contestId: judge.contestId, id: { in: given.map(({ entryId }) => entryId) } },
    select: {
      ...{ id: true, state: true },
      judgeConflicts: { where: { judgeId: judge.id }, select: { judgeId: true } },
    },
  });
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return given.map((score) => {
    const entry = byId.get(score.entryId);
    if (!entry || ("criterion" in score && !criteria.has(score.criterion))) return "unknown";
    if (entry.state !== "in") return "withdrawn";
    return entry.judgeConflicts.length > 0 ? "own-child" : "saved";
  });
}

/** A score as it is kept. */
export const rowOf = (judgeId: number, score: GivenScore) => ({
  ...{ judgeId, entryId: score.entryId, requestKey: score.key },
  sequence: BigInt(score.sequence),
  ...("criterion" in score
    ? { criterion: score.criterion, value: score.value }
    : { criterion: "", comment: score.comment }),
});

/** The scores of a judge that count, of some entries. */
function currentScores(on: Db, judgeId: number, entryIds: readonly number[]) {
  return on.$queryRaw<
    {
      key: string;
      criterion: string;
      value: number | null;
      comment: string | null;
      sequence: bigint;
    }[]
  >(Prisma.sql`
    select distinct on (entry_id, criterion) request_key::text as key, criterion, value, comment, sequence
    from judge_score where judge_id = ${judgeId} and entry_id = any(${entryIds}::int[])
    order by entry_id, criterion, sequence desc, id desc`);
}

async function countingKeys(tx: Db, judgeId: number, taken: readonly GivenScore[]) {
  const entryIds = [...new Set(taken.map(({ entryId }) => entryId))];
  const rows = await currentScores(tx, judgeId, entryIds);
  return new Set(rows.map(({ key }) => key));
}
