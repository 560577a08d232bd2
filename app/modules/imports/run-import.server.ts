import { db } from "#app/platform/db.server.ts";
import { log } from "#app/platform/log.server.ts";
import { isRetryable } from "#app/platform/transaction.server.ts";
import { type FileKind, fileKindOf } from "./file-kind.ts";
import { ImportLockLost } from "./import-lock.server.ts";
import { brokenOff, uploadIncomplete } from "./import-problem.ts";
import type { ImportOptions } from "./import-run.ts";
import { failRun, RunTakenOver } from "./run-record.server.ts";
import { uploadSource } from "./upload-source.server.ts";

type Attempt = {
  /** The queue will not try again: a failure is final and said to whoever uploaded the file. */
  lastAttempt: boolean;
  /** Fires when the process is to stop. */
  signal: AbortSignal;
};

/**
 * Brings in an uploaded file: the job `run-import`. May be called any number of times for one import: it
 * goes on where it stopped, and one that has ended is left alone. What would fail again fails the run at once.
 *
 * @param kinds what the nouns of the house bring in.
 * @throws what the queue should try again for.
 */
export async function runImport(
  importId: number,
  { lastAttempt, signal }: Attempt,
  kinds: readonly FileKind[],
): Promise<void> {
  const run = await db().importRun.findUnique({ where: { id: importId } });
  if (!run || run.state === "finished" || run.state === "failed") return;
  const upload =
    run.uploadId === null ? null : await db().upload.findUnique({ where: { id: run.uploadId } });
  if (!upload) {
    await failRun(importId, uploadIncomplete);
    return;
  }
  const { bringIn } = fileKindOf(kinds, run.kind);
  try {
    await bringIn(uploadSource(upload.id), {
      importId,
      fileName: run.fileName,
      dryRun: run.dryRun,
      options: run.options as ImportOptions,
      startedBy: run.startedBy,
      signal,
    });
  } catch (error) {
    if (signal.aborted) throw error;
    if (error instanceof RunTakenOver && (await hasEnded(importId))) return;
    if (!lastAttempt && isPassing(error)) throw error;
    log().error({ err: error, importId }, "an import could not be finished");
    await failRun(importId, brokenOff);
  }
}

/**
 * A run is found taken over also when the answer to a COMMIT of this process got lost: then nobody else
 * will end it.
 */
async function hasEnded(importId: number): Promise<boolean> {
  const run = await db().importRun.findUniqueOrThrow({ where: { id: importId } });
  return run.state !== "running";
}

/** Whether a failure has to do with the moment and not with the file: a mistake of ours would stay one. */
function isPassing(error: unknown): boolean {
  return error instanceof RunTakenOver || error instanceof ImportLockLost || isRetryable(error);
}
