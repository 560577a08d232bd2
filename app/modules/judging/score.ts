/** A score as a judge's page makes it: one value for one criterion of an entry, or a comment about the entry. */
export type GivenScore = {
  /** The device's: a retry is the same score. */
  key: string;
  entryId: number;
  /** In milliseconds by the device, greater than any before it: see {@link nextSequence}. */
  sequence: number;
} & ({ criterion: string; value: number } | { comment: string });

/**
 * What became of a score. `saved`: it counts. `late`: one that was given after it has arrived before it. Otherwise why
 * it was not taken.
 */
export type ScoreOutcome = "saved" | "late" | "own-child" | "withdrawn" | "unknown";
export type ScoreAnswer = { key: string; outcome: ScoreOutcome };

/** Why a page can send nothing more: what its link does now, or who has taken the tablet over. */
export type SaveRefusal = "not-begun" | "excluded" | "published" | "over";

/**
 * The sequence of what is given now: by the clock, and after all that this device gave before, should its clock have been
 * put back.
 */
export const nextSequence = (last: number, now: number): number => Math.max(last + 1, now);
