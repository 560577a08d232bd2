import type { Limit } from "#app/platform/rate-limit.server.ts";

/** Wrong codes at one judge's tablet: whoever guesses among ten thousand is stopped, whoever mistypes is not. */
export const JUDGE_CODES: Limit = { name: "judge-code", turns: 8, seconds: 600 };

/** So many judges has a contest at most. */
export const MOST_JUDGES = 30;

/** So many scores a page sends at once; more of them go after these. */
export const SCORES_AT_ONCE = 60;

export const COMMENT_LENGTH = 1_000;
