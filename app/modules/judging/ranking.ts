import { PARTS, pointsOf, standardise, totalOf } from "./standardise.ts";
import { rank, type Standing } from "./standings.ts";

export type Criterion = { key: string; weight: number };

/** What one judge gave one entry: a value from 1 to 10 for every criterion. */
export type Judgement = { judgeId: number; values: Readonly<Record<string, number>> };

/** An entry with the judgements that count: of no judge who is excluded, or of whose family the entry is. */
export type JudgedEntry = { entryId: number; number: number; judgements: readonly Judgement[] };

/** What settled a place among those whose total is the same. */
export type Tie = "raw" | `criterion:${string}` | `attempt:${number}` | "draw";

export type Place = {
  entryId: number;
  number: number;
  /** 1 is first; 1, 2, 2, 4 where two share one, which is only so before the seed is known. */
  rank: number;
  /** Standardised, in millionths; of other contests what their kind says: milliseconds, points or votes. */
  total: number;
  tie: Tie | null;
  /** What the judges who count gave: points, and standardised, to be shown. Empty where nobody judged. */
  perJudge: { judgeId: number; points: number; standardised: number }[];
};

/**
 * Ranks the judged entries of one bracket. Published, and in this order: the total; the mean of the points; the mean of
 * each criterion, the heaviest first, and of those with the same weight in the order in which they are listed; a draw.
 *
 * How it is reckoned is written down in docs/judging.md for whoever wants to do it again.
 *
 * @param entries each with at least one judgement that is complete.
 * @param seed as {@link rank} takes it.
 */
export function rankJudged(
  criteria: readonly Criterion[],
  entries: readonly JudgedEntry[],
  bracket: string | null,
  seed: string | null,
): Place[] {
  const scores = standardisedByJudge(criteria, entries);
  const heaviestFirst = criteria.toSorted((a, b) => b.weight - a.weight);
  const judged = entries.map(({ entryId, number, judgements }) => {
    const standardised = judgements.map(({ judgeId }) => scores.get(judgeId)?.get(entryId) ?? 0n);
    const perJudge = judgements.map(({ judgeId, values }, at) => ({
      judgeId,
      points: pointsOf(criteria, values),
      standardised: Number(standardised[at]) / Number(PARTS),
    }));
    const total = totalOf(standardised);
    const raw = mean(perJudge.map(({ points }) => points));
    const means = heaviestFirst.map(({ key }) =>
      mean(judgements.map(({ values }) => values[key] ?? 0)),
    );
    return { entryId, number, total, perJudge, by: [total, raw, ...means] };
  });
  const byId = new Map(judged.map((entry) => [entry.entryId, entry]));
  return rank(judged, bracket, seed).map((standing) => {
    const { total = 0, perJudge = [] } = byId.get(standing.entryId) ?? {};
    return { ...standing, total, tie: nameTie(standing.tie, heaviestFirst), perJudge };
  });
}

/** A quotient of whole numbers below 2⁵³ is the same on every machine, and two that are equal come out equal. */
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const nameTie = (tie: Standing["tie"], heaviestFirst: readonly Criterion[]): Tie | null => {
  if (tie === null || tie === "draw") return tie;
  return tie === 1 ? "raw" : `criterion:${heaviestFirst[tie - 2]?.key}`;
};

/** For every judge the standardised scores by entry. */
function standardisedByJudge(
  criteria: readonly Criterion[],
  entries: readonly JudgedEntry[],
): Map<number, Map<number, bigint>> {
  const points = new Map<number, { entryId: number; points: number }[]>();
  for (const { entryId, judgements } of entries) {
    for (const { judgeId, values } of judgements) {
      const own = points.get(judgeId) ?? [];
      own.push({ entryId, points: pointsOf(criteria, values) });
      points.set(judgeId, own);
    }
  }
  return new Map(
    [...points].map(([judgeId, own]) => {
      const standardised = standardise(own.map((each) => each.points));
      return [judgeId, new Map(own.map(({ entryId }, at) => [entryId, standardised[at] ?? 0n]))];
    }),
  );
}

/** An entry with what was measured of it, such as the milliseconds of every try; tries taken back are left out. */
export type MeasuredEntry = { entryId: number; number: number; attempts: readonly number[] };

/**
 * Ranks what was measured: by the best try, those who are level by the second best, and so on, and at last by a draw.
 * Who has no further try is behind who has one.
 *
 * @param entries each with at least one try.
 * @param better whether less is better, as for a time, or more.
 */
export function rankMeasured(
  entries: readonly MeasuredEntry[],
  better: "less" | "more",
  bracket: string | null,
  seed: string | null,
): Place[] {
  const most = Math.max(0, ...entries.map(({ attempts }) => attempts.length));
  const sign = better === "less" ? -1 : 1;
  const contenders = entries.map(({ entryId, number, attempts }) => {
    const best = attempts.map((value) => sign * value).sort((a, b) => b - a);
    const by = Array.from({ length: most }, (_, at) => best[at] ?? Number.NEGATIVE_INFINITY);
    return { entryId, number, by };
  });
  const best = new Map(contenders.map(({ entryId, by }) => [entryId, sign * (by[0] ?? 0)]));
  return rank(contenders, bracket, seed).map((standing) => ({
    ...standing,
    total: best.get(standing.entryId) ?? 0,
    tie: typeof standing.tie === "number" ? (`attempt:${standing.tie + 1}` as const) : standing.tie,
    perJudge: [],
  }));
}

/** Ranks what was voted for: by the votes, and at last by a draw. Who has none is in no place: leave them out. */
export function rankVoted(
  entries: readonly { entryId: number; number: number; votes: number }[],
  bracket: string | null,
  seed: string | null,
): Place[] {
  const votes = new Map(entries.map((entry) => [entry.entryId, entry.votes]));
  const contenders = entries.map((entry) => ({ ...entry, by: [entry.votes] }));
  return rank(contenders, bracket, seed).map((standing) => ({
    ...standing,
    total: votes.get(standing.entryId) ?? 0,
    tie: standing.tie === "draw" ? "draw" : null,
    perJudge: [],
  }));
}
