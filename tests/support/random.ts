/** Numbers that look random and are the same on every run with the same seed (mulberry32). */
export type Random = {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `low` through `high`. */
  int(low: number, high: number): number;
  /** True once in `n` times, about. */
  oneIn(n: number): boolean;
  pick<T>(from: readonly T[]): T;
};

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    oneIn: (n) => next() * n < 1,
    pick: (from) => from[Math.floor(next() * from.length)] as (typeof from)[number],
  };
}
