import type { Limit } from "#app/platform/rate-limit.server.ts";

const DAY = 86_400;
const HOUR = 3_600;

/** Archives by a member: also one that breaks off now and then, and is begun anew, comes home. */
export const ARCHIVES: Limit = { name: "album-archives", turns: 30, seconds: HOUR };

/** Addresses made by a member. */
export const LINKS_MADE: Limit = { name: "album-links-made", turns: 20, seconds: DAY };

/** Pictures that a member wants hidden: nobody takes an album from everybody else in an afternoon. */
export const OBJECTIONS: Limit = { name: "album-objections", turns: 30, seconds: DAY };

/** Pages of shared albums, from one place: a family's whole evening, and nobody who tries addresses. */
export const ALBUM_VISITS: Limit = { name: "album-visits", turns: 300, seconds: HOUR };
