import type { Criterion, JudgedEntry } from "./ranking.ts";

/** An entry that is in, as it is judged: by its number. */
export type EntryToJudge = { id: number; number: number; bracket: string | null };

/** What a judge has given so far: by entry and criterion. */
export type GivenScores = ReadonlyMap<number, Readonly<Record<string, number>>>;

export type JudgeScores = {
  id: number;
  name: string;
  isExcluded: boolean;
  /** Entries of the judge's own family. */
  conflicts: ReadonlySet<number>;
  scores: GivenScores;
};

/** Whether nothing is missing of what a judge gives an entry. */
export const isComplete = (
  criteria: readonly Pick<Criterion, "key">[],
  values: Readonly<Record<string, number>> | undefined,
): values is Readonly<Record<string, number>> =>
  values !== undefined && criteria.every(({ key }) => values[key] !== undefined);

/** The entries that a judge has still to score in full. */
export function missingOf<Entry extends EntryToJudge>(
  judge: Pick<JudgeScores, "conflicts" | "scores">,
  criteria: readonly Pick<Criterion, "key">[],
  entries: readonly Entry[],
): Entry[] {
  return entries.filter(
    ({ id }) => !judge.conflicts.has(id) && !isComplete(criteria, judge.scores.get(id)),
  );
}

export type MissingScores = { judgeId: number; name: string; entries: EntryToJudge[] };

/** What judges who count have still to give; a missing score is not a zero. */
export function missingScores(
  judges: readonly JudgeScores[],
  criteria: readonly Criterion[],
  entries: readonly EntryToJudge[],
): MissingScores[] {
  return judges
    .filter(({ isExcluded }) => !isExcluded)
    .map((judge) => ({
      judgeId: judge.id,
      name: judge.name,
      entries: missingOf(judge, criteria, entries),
    }))
    .filter((missing) => missing.entries.length > 0);
}

/** Entries with what counts of what they were given: in full, by judges who are not excluded, of no own child. */
export function judgedEntries(
  judges: readonly JudgeScores[],
  criteria: readonly Criterion[],
  entries: readonly EntryToJudge[],
): (JudgedEntry & { bracket: string | null })[] {
  const counting = judges.filter(({ isExcluded }) => !isExcluded);
  return entries.map(({ id, number, bracket }) => ({
    ...{ entryId: id, number, bracket },
    judgements: counting.flatMap(({ id: judgeId, conflicts, scores }) => {
      const values = scores.get(id);
      return !conflicts.has(id) && isComplete(criteria, values) ? [{ judgeId, values }] : [];
    }),
  }));
}
