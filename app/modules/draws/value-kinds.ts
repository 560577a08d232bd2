/**
 * Values that anybody can read in public and nobody in the club can choose. Each is named before the draw by what it is
 * and which one, and is typed in one way only, so that two who read the same type the same.
 */
export const valueKinds = ["union-lotto", "sse-composite", "drand"] as const;
export type ValueKind = (typeof valueKinds)[number];
