import { type BestThing, bestThings, type Score, scores } from "./questions.ts";

/** With fewer answers no figures are shown: whoever knows who came could tell what one of them said. */
export const ANSWERS_TO_SHOW = 5;

/** Answers that say the same, with how many they are. */
export type AnswerGroup = {
  score: Score;
  recommends: number | null;
  tier: "silver" | "gold" | null;
  isFirst: boolean | null;
  count: number;
};

export type Figures = {
  answered: number;
  /** Of the scores, from 1 to 5. */
  average: number;
  /** How many gave which score. */
  distribution: Record<Score, number>;
};

export type Recommends = {
  answered: number;
  /** Of the numbers, from 0 to 10. */
  average: number;
  /** Who said 9 or 10, 7 or 8, and less. */
  promoters: number;
  passives: number;
  detractors: number;
};

/** A part of those who answered, told apart by one thing. */
export type Breakdown = { of: "tier" | "coming"; parts: ({ part: Part } & Figures)[] };
export type Part = "silver" | "gold" | "guest" | "first" | "again";

export type SurveyResults = {
  asked: number;
  answered: number;
  /** Null while too few have answered. */
  figures: Figures | null;
  recommends: Recommends | null;
  best: { thing: BestThing; count: number }[] | null;
  breakdowns: Breakdown[];
};

/**
 * The results of a survey, as far as nobody can be told apart by them. A breakdown is shown where each of its parts
 * is large enough, and otherwise not at all: a part that was left out could be worked out from the others.
 */
export function resultsOf(
  asked: number,
  groups: readonly AnswerGroup[],
  best: ReadonlyMap<string, number>,
): SurveyResults {
  const answered = countOf(groups);
  const enough = answered >= ANSWERS_TO_SHOW;
  return {
    asked,
    answered,
    figures: enough ? figuresOf(groups) : null,
    recommends: recommendsOf(groups),
    best: enough ? bestThings.map((thing) => ({ thing, count: best.get(thing) ?? 0 })) : null,
    breakdowns: [
      ...breakdown("tier", groups, ({ tier }) => tier ?? "guest"),
      ...breakdown("coming", groups, ({ isFirst }) =>
        isFirst === null ? null : isFirst ? "first" : "again",
      ),
    ],
  };
}

function breakdown(
  of: Breakdown["of"],
  groups: readonly AnswerGroup[],
  partOf: (group: AnswerGroup) => Part | null,
): Breakdown[] {
  const parts = new Map<Part | null, AnswerGroup[]>();
  for (const group of groups) {
    const part = partOf(group);
    parts.set(part, [...(parts.get(part) ?? []), group]);
  }
  const isShown =
    parts.size > 1 && [...parts.values()].every((part) => countOf(part) >= ANSWERS_TO_SHOW);
  if (!isShown) return [];
  const named = [...parts].flatMap(([part, of]) => (part ? [{ part, ...figuresOf(of) }] : []));
  return [{ of, parts: named.sort((one, other) => ORDER[one.part] - ORDER[other.part]) }];
}

const ORDER: Record<Part, number> = { gold: 0, silver: 1, guest: 2, first: 0, again: 1 };

function figuresOf(groups: readonly AnswerGroup[]): Figures {
  const answered = countOf(groups);
  const giving = (score: Score) => countOf(groups.filter((group) => group.score === score));
  const distribution = Object.fromEntries(scores.map((score) => [score, giving(score)]));
  const sum = groups.reduce((all, { score, count }) => all + score * count, 0);
  return {
    answered,
    average: sum / answered,
    distribution: distribution as Record<Score, number>,
  };
}

function recommendsOf(groups: readonly AnswerGroup[]): Recommends | null {
  const given = groups.flatMap(({ recommends, count }) =>
    recommends === null ? [] : [{ recommends, count }],
  );
  const answered = countOf(given);
  if (answered < ANSWERS_TO_SHOW) return null;
  const between = (from: number, to: number) =>
    countOf(given.filter(({ recommends }) => from <= recommends && recommends <= to));
  const sum = given.reduce((all, { recommends, count }) => all + recommends * count, 0);
  return {
    answered,
    average: sum / answered,
    ...{ promoters: between(9, 10), passives: between(7, 8), detractors: between(0, 6) },
  };
}

const countOf = (groups: readonly { count: number }[]) =>
  groups.reduce((sum, { count }) => sum + count, 0);
