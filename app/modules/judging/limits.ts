import type { Limit } from "#app/platform/rate-limit.server.ts";

/** Wrong codes at one judge's tablet: whoever guesses among ten thousand is stopped, whoever mistypes is not. */
export const JUDGE_CODES: Limit = { name: "judge-code", turns: 8, seconds: 600 };

/** The same by the day: at eight in ten minutes all ten thousand would be through before the links end. */
export const JUDGE_CODES_OF_DAY: Limit = { name: "judge-code-day", turns: 40, seconds: 86_400 };

/** So many judges has a contest at most. */
export const MOST_JUDGES = 30;

/** So many scores a page sends at once; more of them go after these. */
export const SCORES_AT_ONCE = 60;

/** And so many bytes, as a form writes them: of a form that is longer nothing is read. A comment alone has fewer. */
export const SENT_BYTES = 48_000;

export const COMMENT_LENGTH = 1_000;
