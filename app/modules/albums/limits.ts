/** How much of albums one may ask for. */
const DAY = 86_400;
const HOUR = 3_600;

/** Archives by a member: also one that breaks off now and then, and is begun anew, comes home. */
export const ARCHIVES = { name: "album-archives", turns: 30, seconds: HOUR };

/** Addresses made by a member. */
export const LINKS_MADE = { name: "album-links-made", turns: 20, seconds: DAY };

/** Pictures that a member wants hidden: nobody takes an album from everybody else in an afternoon. */
export const OBJECTIONS = { name: "album-objections", turns: 30, seconds: DAY };

/** Pages of shared albums, from one place: a family's whole evening, and nobody who tries addresses. */
export const ALBUM_VISITS = { name: "album-visits", turns: 300, seconds: HOUR };
