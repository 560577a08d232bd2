/** See judging-stranger.mjs. Numbers by rank, for every bracket. */
export function recompute(sheet: string, seed: string): Record<string, number[]>;
