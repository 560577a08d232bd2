/** See draw-stranger.mjs. */
export function recompute(paper: string, seed: string, value: string, wanted: number): string[];
