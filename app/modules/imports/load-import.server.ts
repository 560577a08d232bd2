import { db } from "#app/platform/db.server.ts";
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
};

/** One import, or null when there is none of that number. */
export async function loadImport(importId: number): Promise<ImportShown | null> {
  const run = await db().importRun.findUnique({ where: { id: importId } });
  if (!run) return null;
  const starter =
    run.startedBy === null
      ? null
      : await db().person.findUnique({ where: { id: run.startedBy }, select: { name: true } });
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
    startedBy: starter?.name ?? null,
    createdAt: run.createdAt,
    finishedAt: run.finishedAt,
  };
}
