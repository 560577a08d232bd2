import { writeAudit } from "#app/platform/audit.server.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { log } from "#app/platform/log.server.ts";
import { inRetriedTransaction, isRetryable } from "#app/platform/transaction.server.ts";
import { ROWS_IN_CHUNK } from "./chunks.ts";
import { type FileKind, fileKindOf, type UndoPage } from "./file-kind.ts";
import { ImportLockLost, lockImports } from "./import-lock.server.ts";
import {
  countUndone,
  type ReversalCounts,
  readReversalCounts,
  type Undone,
} from "./import-reversal.ts";
import type { ImportOptions } from "./import-run.ts";
import { RunTakenOver } from "./run-record.server.ts";

type Attempt = {
  /** The queue will not try again. */
  lastAttempt: boolean;
  /** Fires when the process is to stop. */
  signal: AbortSignal;
  /** For tests: the instant to book at. */
  bookAt?: Date;
};

/**
 * Takes a whole import back: the job `reverse-import`. It runs in chunks of one transaction each, which
 * also write how far it is, so whenever it is cut off it goes on where it stopped and does nothing twice.
 * While it runs no file of that kind comes in.
 *
 * @param kinds what the nouns of the house bring in.
 * @throws what the queue should try again for.
 */
export async function reverseImport(
  importId: number,
  attempt: Attempt,
  kinds: readonly FileKind[],
): Promise<void> {
  const { lastAttempt, signal, bookAt } = attempt;
  const run = await db().importRun.findUnique({ where: { id: importId } });
  if (!run || (run.reversalState !== "waiting" && run.reversalState !== "running")) return;
  const kind = fileKindOf(kinds, run.kind);
  const lock = await lockImports(kind.kind, () => {}, signal);
  try {
    const undo = await kind.undo(importId, bookAt);
    let counts = await begin(importId, kind);
    // Whoever had the lock before has ended it.
    if (!counts) return;
    for (;;) {
      signal.throwIfAborted();
      if (!lock.held()) throw new ImportLockLost();
      const next = await undoChunk(importId, counts, undo);
      if (!next) break;
      counts = next;
    }
    await finish(importId, run.reversalAskedBy, tellerOf(run.options, kind));
  } catch (error) {
    if (signal.aborted) throw error;
    const passing =
      error instanceof ImportLockLost || error instanceof RunTakenOver || isRetryable(error);
    if (passing && !lastAttempt) throw error;
    log().error({ err: error, importId }, "an import could not be taken back");
    await db().importRun.update({ where: { id: importId }, data: { reversalState: "failed" } });
  } finally {
    await lock.release();
  }
}

/** Writes to those whom a taking back concerns, unless they were not told of what was brought in. */
export function tellerOf(options: unknown, kind: FileKind): FileKind["tellUndone"] {
  return (options as ImportOptions).letters === false ? undefined : kind.tellUndone;
}

async function begin(importId: number, kind: FileKind): Promise<ReversalCounts | null> {
  const { reversalCounts } = await db().importRun.findUniqueOrThrow({ where: { id: importId } });
  const counts = readReversalCounts(reversalCounts);
  counts.total ??= await kind.countToUndo(db(), importId);
  const begun = await db().importRun.updateMany({
    where: { id: importId, reversalState: { in: ["waiting", "running"] } },
    data: { reversalState: "running", reversalCounts: counts },
  });
  return begun.count === 1 ? counts : null;
}

/** @returns the counts after another chunk; null when there is none. */
function undoChunk(
  importId: number,
  counts: ReversalCounts,
  undo: UndoPage,
): Promise<ReversalCounts | null> {
  return inRetriedTransaction(async (tx) => {
    const answer = await undo(tx, { after: counts.after, limit: ROWS_IN_CHUNK });
    if (!answer) return null;
    const next = countUndone(counts, answer.undone, answer.after);
    const moved = await tx.$executeRaw`
      update import_run set reversal_counts = ${JSON.stringify(next)}::jsonb
      where id = ${importId} and reversal_state = 'running'
        and (reversal_counts ->> 'after')::int = ${counts.after}`;
    if (moved !== 1) throw new RunTakenOver(importId);
    await writeUndone(tx, importId, answer.undone);
    return next;
  });
}

/** Says of each row in the import's own report what became of it; an order's points stand with its first. */
export async function writeUndone(
  tx: Db,
  importId: number,
  undone: readonly Undone[],
): Promise<void> {
  const rows = undone.flatMap(({ rows, moves, ...said }) =>
    rows.map((row, index) => ({
      row,
      undone: { ...said, ...(index === 0 && moves ? { moves } : {}) },
    })),
  );
  await tx.$executeRaw`
    update import_row set detail = coalesce(detail, '{}') || jsonb_build_object('undone', u.undone)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as u ("row" int, undone jsonb)
    where import_row.import_id = ${importId} and import_row.row_number = u."row"`;
}

async function finish(
  importId: number,
  askedBy: number | null,
  tell: FileKind["tellUndone"],
): Promise<void> {
  await inRetriedTransaction(async (tx) => {
    const ended = await tx.importRun.updateMany({
      where: { id: importId, reversalState: "running" },
      data: { reversalState: "finished", reversalEndedAt: new Date() },
    });
    if (ended.count !== 1) return;
    await tell?.(tx, importId);
    await writeAudit(tx, {
      personId: askedBy,
      action: "import.reversed",
      subject: `import:${importId}`,
    });
  });
}
