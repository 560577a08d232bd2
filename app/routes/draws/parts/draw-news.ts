/** What a form of a draw has just done. */
export const DRAW_DONE = [
  "saved",
  "frozen",
  "discarded",
  "waits",
  "drawn",
  "called-off",
  "picked",
  "handed-over",
  "undone",
  "passed-on",
  "nobody-left",
  "rest-returned",
] as const;

/** Why it did not. */
export const DRAW_REFUSED = [
  "not-a-draft",
  "value-known",
  "nobody",
  "too-few",
  "not-frozen",
  "too-early",
  "unreadable",
  "differs",
  "too-late",
  "no-such-entry",
  "picked-before",
  "household",
  "all-given",
  "settled",
  "own",
  "own-next",
  "no-piece",
  "still-kept",
  "need-not-be-there",
  "still-here",
] as const;
export type DrawRefusal = (typeof DRAW_REFUSED)[number];
export type DrawDone = (typeof DRAW_DONE)[number];
