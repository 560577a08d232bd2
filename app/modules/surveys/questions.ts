/** How it was, from bad to very good. */
export const scores = [1, 2, 3, 4, 5] as const;
export type Score = (typeof scores)[number];

/** What can have been best. */
export const bestThings = [
  "programme",
  "people",
  "place",
  "children",
  "team",
  "organisation",
] as const;
export type BestThing = (typeof bestThings)[number];

/** How likely somebody is to recommend the club's days, from 0 to 10. */
export const MOST_RECOMMENDS = 10;

export const WORDS_AT_MOST = 2_000;
export const QUESTION_AT_MOST = 160;

/** What a party has said of an event. */
export type SurveyAnswer = {
  score: Score;
  best: BestThing[];
  /** Null where they said nothing about it. */
  recommends: number | null;
  words: string;
  /** To the club's own question. */
  ownWords: string;
  /** The club may say whose words these are. */
  named: boolean;
};
