import type { Criterion, JudgedEntry } from "./ranking.ts";

export type Sheet = {
  contest: number;
  /** SHA-256 of the seed for a last draw; null before entries have closed. */
  commitment: string | null;
  criteria: readonly Criterion[];
  brackets: readonly { bracket: string | null; entries: readonly JudgedEntry[] }[];
};

const FORMAT = "marque-judging-1";

/**
 * All that a ranking follows from, as text, without a name: lines of `name: value`, of which those of the criteria stand in
 * the contest's order; an empty line; then a line for everything that a judge gave an entry: bracket (`-` where there is
 * none), number, judge, and the value for each criterion, with a blank between. Judges are counted from 1. Every line
 * ends with a line feed.
 */
export function writeSheet({ contest, commitment, criteria, brackets }: Sheet): string {
  const judges = new Map<number, number>();
  const all = brackets.flatMap(({ entries }) => entries.flatMap(({ judgements }) => judgements));
  for (const id of all.map(({ judgeId }) => judgeId).sort((a, b) => a - b)) {
    if (!judges.has(id)) judges.set(id, judges.size + 1);
  }
  const lines = brackets.flatMap(({ bracket, entries }) =>
    [...entries]
      .sort((a, b) => a.number - b.number)
      .flatMap(({ number, judgements }) =>
        [...judgements]
          .sort((a, b) => a.judgeId - b.judgeId)
          .map(({ judgeId, values }) =>
            [
              bracket ?? "-",
              number,
              judges.get(judgeId),
              ...criteria.map(({ key }) => values[key]),
            ].join(" "),
          ),
      ),
  );
  return [
    `format: ${FORMAT}`,
    `contest: ${contest}`,
    `commitment: ${commitment ?? "-"}`,
    ...criteria.map(({ key, weight }) => `criterion: ${key} ${weight}`),
    "",
    ...lines,
    "",
  ].join("\n");
}
