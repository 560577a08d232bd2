/** What a form of a contest has just done. */
export const CONTEST_DONE = [
  "saved",
  "opened",
  "closed",
  "reopened",
  "discarded",
  "called-off",
  "assigned",
  "withdrawn",
  "restored",
  "attempt-added",
  "taken-back",
  "chosen",
] as const;
export type ContestDone = (typeof CONTEST_DONE)[number];

/** Why it did not. */
export const CONTEST_REFUSED = [
  "not-a-draft",
  "changed",
  "missing",
  "not-open",
  "nobody",
  "unsettled",
  "published",
  "draft",
  "settled",
  "not-whole",
  "no-such-person",
  "already-entered",
  "not-a-child",
  "not-coming",
  "consent-missing",
  "no-bracket",
  "unreadable",
  "no-more-attempts",
] as const;
export type ContestRefusal = (typeof CONTEST_REFUSED)[number];
