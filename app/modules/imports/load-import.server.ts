import { db } from "#app/platform/db.server.ts";
import { type ReversalCounts, type ReversalState, readReversalCounts } from "./import-reversal.ts";
import {
  type ImportCounts,
  type ImportKind,
  type ImportProblem,
  readCounts,
  rowsDone,
} from "./import-run.ts";

/** An import as a page shows it, while it runs and afterwards. */
export type ImportShown = {
  id: number;
  kind: ImportKind;
  fileName: string;
  dryRun: boolean;
  state: "waiting" | "running" | "finished" | "failed";
  problem: ImportProblem | null;
  counts: ImportCounts;
  rowsDone: number;
  /** Null until the file has been gone over. */
  rowsTotal: number | null;
  /** Who started it; null from the command line. */
  startedBy: string | null;
  createdAt: Date;
  finishedAt: Date | null;
  /** How its taking back stands; null when nobody has asked for that. */
  reversal: ReversalShown | null;
};

export type ReversalShown = {
  state: ReversalState;
  reason: string;
  askedBy: string | null;
  askedAt: Date;
  counts: ReversalCounts;
};

/** One import, or null when there is none of that number. */
export async function loadImport(importId: number): Promise<ImportShown | null> {
  const run = await db().importRun.findUnique({ where: { id: importId } });
  if (!run) return null;
  const people = await db().person.findMany({
    where: { id: { in: [run.startedBy, run.reversalAskedBy].filter((id) => id !== null) } },
    select: { id: true, name: true },
  });
  const nameOf = (id: number | null) => people.find((each) => each.id === id)?.name ?? null;
  const counts = readCounts(run.counts);
  return {
    id: run.id,
    kind: run.kind as ImportKind,
    fileName: run.fileName,
    dryRun: run.dryRun,
    state: run.state as ImportShown["state"],
    problem: run.problem as ImportProblem | null,
    counts,
    rowsDone: rowsDone(counts),
    rowsTotal: run.rowsTotal,
    startedBy: nameOf(run.startedBy),
    createdAt: run.createdAt,
    finishedAt: run.finishedAt,
    reversal:
      run.reversalState && run.reversalAskedAt
        ? {
            state: run.reversalState as ReversalState,
            reason: run.reversalReason ?? "",
            askedBy: nameOf(run.reversalAskedBy),
            askedAt: run.reversalAskedAt,
            counts: readReversalCounts(run.reversalCounts),
          }
        : null,
  };
}
