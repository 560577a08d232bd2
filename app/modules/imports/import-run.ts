import type { TableEncoding } from "#app/platform/table-encoding.ts";
import type { RowUndone } from "./import-reversal.ts";

/** What is brought in by file. */
export const importKinds = ["members", "service-orders"] as const;
export type ImportKind = (typeof importKinds)[number];

export const rowOutcomes = ["new", "unchanged", "corrected", "reversed", "rejected"] as const;
/** What became of a row. Lines that are no rows are ignored, and only counted. */
export type RowOutcome = (typeof rowOutcomes)[number];

/** What was chosen beside the file. */
export type ImportOptions = {
  /** Members: write to each new member who has an e-mail. */
  invite?: boolean;
  /** Members: the club's day on which the opening balances were drawn up, YYYY-MM-DD. */
  asOf?: string;
  /** How the file is encoded, where somebody has said so. */
  encoding?: TableEncoding;
  /** Service orders: tell members what the import brought them; yes unless said otherwise. */
  letters?: boolean;
};

/** What else there is to say of a row: codes and figures, put into words where they are shown. */
export type RowDetail = {
  /** The number of the member whose order it is. */
  member?: string;
  /** Points added, or taken back when negative, by member number; a corrected order may change hands. */
  moves?: [member: string, points: number][];
  /** The points wait until the owner's account is settled. */
  pending?: boolean;
  /** Points of the member that had waited for that, and can be used from now on. */
  freed?: number;
  /** What somebody should look at in a row that was taken all the same; see `noteKeys`. */
  notes?: string[];
  /** What became of the row when its import was taken back; see `import-reversal.ts`. */
  undone?: RowUndone;
};

export type ReportRow = {
  /** The line of the file on which the row begins, from 1. */
  rowNumber: number;
  outcome: RowOutcome;
  /** Why it was rejected. */
  reason: string | null;
  /** What it was about: store and order number, or a member number. Empty when it did not say. */
  subject: string;
  detail: RowDetail | null;
};

export type ImportCounts = {
  outcomes: Record<RowOutcome, number>;
  /** Rejected rows by reason. */
  reasons: Record<string, number>;
  /** Lines that are no rows: titles, headers, blank lines, totals. */
  ignored: number;
  pointsAdded: number;
  pointsTakenBack: number;
  /** Columns that mean nothing here, as written: named, so that a misspelt one is noticed. */
  columnsNotRead: string[];
};

export const noCounts: ImportCounts = {
  outcomes: { new: 0, unchanged: 0, corrected: 0, reversed: 0, rejected: 0 },
  reasons: {},
  ignored: 0,
  pointsAdded: 0,
  pointsTakenBack: 0,
  columnsNotRead: [],
};

/** Counts with some rows more. */
export function countRows(
  counts: ImportCounts,
  rows: readonly ReportRow[],
  ignored: number,
): ImportCounts {
  const outcomes = { ...counts.outcomes };
  const reasons = { ...counts.reasons };
  let { pointsAdded, pointsTakenBack } = counts;
  for (const { outcome, reason, detail } of rows) {
    outcomes[outcome]++;
    if (reason) reasons[reason] = (reasons[reason] ?? 0) + 1;
    for (const [, points] of detail?.moves ?? []) {
      if (points > 0) pointsAdded += points;
      else pointsTakenBack -= points;
    }
  }
  return {
    ...counts,
    outcomes,
    reasons,
    ignored: counts.ignored + ignored,
    pointsAdded,
    pointsTakenBack,
  };
}

/** How many rows have an outcome. */
export function rowsDone(counts: ImportCounts): number {
  return rowOutcomes.reduce((sum, outcome) => sum + counts.outcomes[outcome], 0);
}

/** Counts as they come out of the database; `{}` is a run that has not begun. */
export function readCounts(stored: unknown): ImportCounts {
  const counts = stored as Partial<ImportCounts>;
  return { ...noCounts, ...counts, outcomes: { ...noCounts.outcomes, ...counts.outcomes } };
}

/** Where an import stands, for whoever is watching. */
export type ImportProgress = {
  /** Null until there is a record of it. */
  importId: number | null;
  phase: "checking" | "waiting" | "running" | "finished";
  rowsDone: number;
  /** Null until the file has been gone over. */
  rowsTotal: number | null;
  counts: ImportCounts;
};

/** A sentence by its key and what fills it; its words are those under `import.`. */
export type ImportProblem = { key: string; params: Record<string, string | number> };

/** How a file ended: with its counts, or refused whole. */
export type ImportAnswer =
  | { ok: true; importId: number; counts: ImportCounts; resumed: boolean }
  | { ok: false; importId: number; problem: ImportProblem };
