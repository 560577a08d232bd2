/** What has words for having been done. */
export const DONE = [
  "contact",
  "next",
  "accept",
  "move",
  "decline",
  "lose",
  "find-again",
  "pause",
  "take",
  "hand-over",
  "appointment",
  "appointment-change",
  "appointment-end",
] as const;
