/** What became of a row when its import was taken back as a whole. */
export const undoneOutcomes = ["removed", "restored", "unmoved", "kept"] as const;

/**
 * `removed`: what the row had brought is gone. `restored`: what was there before the row is there again.
 * `unmoved`: the row had changed nothing that counts, and is forgotten. `kept`: left alone.
 */
export type UndoneOutcome = (typeof undoneOutcomes)[number];

/** Why a row was left alone: something has been built on it since, and taking it away would take that too. */
const keptReasons = [
  /** Another import or the API has changed the order since. */
  "changed-since",
  /** A later import named the order too, and found it as it was to be. */
  "named-since",
  /** A claim for missing points ended in this order. */
  "claimed",
  /** The member has signed in, or been given a password or a role. */
  "signed-in",
  /** The member's account or page shows more than the roster brought: visits, points, claims, family. */
  "in-use",
  /** The contact data were changed again since. */
  "contact-changed",
  /** What the contact data were before is no longer known. */
  "former-unknown",
] as const;
export type KeptReason = (typeof keptReasons)[number];

export type RowUndone = {
  outcome: UndoneOutcome;
  /** Of a row that was left alone. */
  because?: KeptReason;
  /** Points added, or taken back when negative, by member number. */
  moves?: [member: string, points: number][];
};

/** What the taking back did to one thing that an import had brought: an order, or a member. */
export type Undone = RowUndone & {
  /** The lines of the import's file that spoke of it; the first tells the points. */
  rows: number[];
};

export type ReversalState = "waiting" | "running" | "finished" | "failed";

/** Whether an import can be taken back: it is in, was no trial, and nobody has asked for that. */
export function canBeReversed(run: {
  state: string;
  dryRun: boolean;
  reversal: { state: ReversalState } | null;
}): boolean {
  const asked = run.reversal !== null && run.reversal.state !== "failed";
  return run.state === "finished" && !run.dryRun && !asked;
}

/** How far a reversal is. */
export type ReversalCounts = {
  /** Orders or members to look at. */
  total: number | null;
  done: number;
  /** The id of the last one looked at: a killed run goes on behind it. */
  after: number;
  outcomes: Record<UndoneOutcome, number>;
  reasons: Partial<Record<KeptReason, number>>;
  pointsAdded: number;
  pointsTakenBack: number;
};

export const noReversalCounts: ReversalCounts = {
  total: null,
  done: 0,
  after: 0,
  outcomes: { removed: 0, restored: 0, unmoved: 0, kept: 0 },
  reasons: {},
  pointsAdded: 0,
  pointsTakenBack: 0,
};

/** Counts as they come out of the database; `{}` is a reversal that has not begun. */
export function readReversalCounts(stored: unknown): ReversalCounts {
  const counts = stored as Partial<ReversalCounts>;
  return {
    ...noReversalCounts,
    ...counts,
    outcomes: { ...noReversalCounts.outcomes, ...counts.outcomes },
  };
}

/** Counts with some more undone. */
export function countUndone(
  counts: ReversalCounts,
  undone: readonly Undone[],
  after: number,
): ReversalCounts {
  const outcomes = { ...counts.outcomes };
  const reasons = { ...counts.reasons };
  let { pointsAdded, pointsTakenBack } = counts;
  for (const { outcome, because, moves } of undone) {
    outcomes[outcome]++;
    if (because) reasons[because] = (reasons[because] ?? 0) + 1;
    for (const [, points] of moves ?? []) {
      if (points > 0) pointsAdded += points;
      else pointsTakenBack -= points;
    }
  }
  const done = counts.done + undone.length;
  return { ...counts, done, after, outcomes, reasons, pointsAdded, pointsTakenBack };
}
