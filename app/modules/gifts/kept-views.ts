/** Which gifts the list of whoever keeps them shows. */
export const keptViews = ["all", "shown", "not-yet", "ended", "low", "archived"] as const;
export type KeptView = (typeof keptViews)[number];

/** More than so many are not listed at once: the search finds the others. */
export const LISTED_AT_MOST = 300;
