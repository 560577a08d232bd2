import { isComplete } from "#app/modules/judging/judging.ts";
import type { JudgeSheet, SheetEntry } from "#app/modules/judging/load-judge-sheet.server.ts";

export type ScoredState = "scored" | "replaced" | "half" | "open" | "own";

/** How far a judge is with an entry. */
export function scoredState(
  criteria: JudgeSheet["criteria"],
  { isOwn, isReplaced, values }: Pick<SheetEntry, "isOwn" | "isReplaced" | "values">,
): ScoredState {
  if (isOwn) return "own";
  if (isComplete(criteria, values)) return isReplaced ? "replaced" : "scored";
  return Object.keys(values).length > 0 ? "half" : "open";
}

/** How many entries are scored, of those that the judge is asked for. */
export function countScored({ criteria, entries }: Pick<JudgeSheet, "criteria" | "entries">) {
  const asked = entries.filter(({ isOwn }) => !isOwn);
  const done = asked.filter((entry) =>
    ["scored", "replaced"].includes(scoredState(criteria, entry)),
  );
  return { done: done.length, all: asked.length };
}

/** The numbers of those that are missing, in the order of the pictures. */
export const missingNumbers = ({ criteria, entries }: Pick<JudgeSheet, "criteria" | "entries">) =>
  entries
    .filter((entry) => ["half", "open"].includes(scoredState(criteria, entry)))
    .map(({ number }) => number);
