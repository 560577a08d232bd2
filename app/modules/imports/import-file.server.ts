import { type Db, db } from "#app/platform/db.server.ts";
import type { TableFacts, TableLimits, TableSource } from "#app/platform/table-file.server.ts";
import type { RowsFacts, RowsInspection } from "#app/platform/table-rows.server.ts";
import { inRetriedTransaction, inRolledBackTransaction } from "#app/platform/transaction.server.ts";
import { chunks, type ImportLine } from "./chunks.ts";
import { type ImportLock, ImportLockLost, lockImports } from "./import-lock.server.ts";
import { problemOf, unreadableFrom } from "./import-problem.ts";
import {
  countRows,
  type ImportAnswer,
  type ImportKind,
  type ImportOptions,
  type ImportProblem,
  type ImportProgress,
  noCounts,
  type ReportRow,
  rowsDone,
} from "./import-run.ts";
import { mostlyUnreadable, type Unreadable } from "./mostly-unreadable.ts";
import {
  advanceRun,
  beginRun,
  clearRun,
  createRun,
  failRun,
  findBrokenRun,
  finishRun,
  type RunRecord,
} from "./run-record.server.ts";

/** What the machinery of imports has to know of one kind of file. */
export type FileReader<Line extends ImportLine> = {
  kind: ImportKind;
  inspect(source: TableSource, limits: TableLimits): Promise<RowsInspection>;
  read(source: TableSource, table: TableFacts): AsyncGenerator<Line[]>;
  /** Whether a row cannot be read, whatever is in the database; not one that waits until a word of it is known. */
  isUnreadable(line: Line): boolean;
  /** Brings lines in, in the caller's transaction, and says what became of each row. */
  take(on: Db, lines: Line[], importId: number): Promise<ReportRow[]>;
  /** Runs in the transaction that ends the import, such as to write letters about it. */
  finish: ((on: Db, importId: number) => Promise<void>) | undefined;
};

export type ImportSettings = {
  fileName: string;
  dryRun?: boolean;
  options?: ImportOptions;
  startedBy?: number | null;
  /** The run that is on record already, when the file was uploaded. */
  importId?: number;
  /** Fires when the process is to stop: the run ends behind its present chunk, and can be resumed. */
  signal?: AbortSignal;
  onProgress?: (progress: ImportProgress) => void;
  /** Largest file, in bytes. */
  maxBytes?: number;
};

/** A year of a large group of workshops is a tenth of it. */
const MAX_BYTES = 1_000_000_000;

/**
 * Brings a file in, in chunks of one transaction each and in flat memory.
 *
 * The file is gone over once before anything is written, so half a file or one with a column missing
 * is refused whole. Files of one kind come in one after the other. How far the file is in is written with
 * each chunk: when the process dies, the same file goes on where it stopped, and its report ends as if it
 * had come in once. Where from some line on nearly no row can be read, it ends there with a sentence.
 *
 * @throws the signal's reason when it fires; RunTakenOver when another process has carried the run on;
 *   ImportLockLost when another one may.
 */
export async function importFile<Line extends ImportLine>(
  kind: FileReader<Line>,
  source: TableSource,
  settings: ImportSettings,
): Promise<ImportAnswer> {
  const { signal, onProgress = () => {}, dryRun = false } = settings;
  let importId = settings.importId ?? null;
  const waiting = (phase: ImportProgress["phase"], rowsTotal: number | null) =>
    onProgress({ importId, phase, rowsDone: 0, rowsTotal, counts: noCounts });

  waiting("checking", null);
  const inspection = await kind.inspect(source, {
    maxBytes: settings.maxBytes ?? MAX_BYTES,
    encoding: settings.options?.encoding,
  });
  if (!inspection.ok) {
    importId ??= await createRun(db(), newRun(kind.kind, settings));
    const problem = problemOf(inspection.refusal);
    await failRun(importId, problem);
    return { ok: false, importId, problem };
  }
  const { file } = inspection;
  const onWait = () => waiting("waiting", file.rows);
  const lock = await lockImports(kind.kind, onWait, signal);
  try {
    const broken = importId
      ? null
      : await findBrokenRun({ kind: kind.kind, dryRun }, file.table.sha256);
    importId ??= broken?.id ?? (await createRun(db(), newRun(kind.kind, settings)));
    if (dryRun) await clearRun(importId);
    const begun = await beginRun(importId, file);
    const run = { kind, source, file, lock, signal, onProgress };
    const ended = dryRun ? await tryOut(run, begun) : await bringIn(run, begun);
    onProgress(progressOf(ended, "finished", file));
    return { ok: true, importId, counts: ended.counts, resumed: begun.linesDone > 0 };
  } catch (error) {
    if (!(error instanceof StoppedEarly) || importId === null) throw error;
    const { found, record } = error;
    const reported = rowsDone(record.counts);
    const taken = dryRun ? 0 : reported - record.counts.outcomes.rejected;
    const problem = unreadableFrom(found, taken);
    if (reported === 0) await failRun(importId, problem);
    else await endRun(kind, record, { dryRun, problem });
    return { ok: false, importId, problem };
  } finally {
    await lock.release();
  }
}

/** The next rows are nothing that can be brought in; nothing of them was. */
class StoppedEarly extends Error {
  constructor(
    readonly found: Unreadable,
    readonly record: RunRecord,
  ) {
    super("From some line on nearly no row can be read.");
  }
}

type Run<Line extends ImportLine> = {
  kind: FileReader<Line>;
  source: TableSource;
  file: RowsFacts;
  lock: ImportLock;
  signal: AbortSignal | undefined;
  onProgress: (progress: ImportProgress) => void;
};

async function bringIn<Line extends ImportLine>(
  run: Run<Line>,
  begun: RunRecord,
): Promise<RunRecord> {
  const ended = await eachChunk(run, begun, (lines, record) =>
    inRetriedTransaction(async (tx) => {
      const rows = await run.kind.take(tx, lines, record.id);
      const after = recordAfter(record, lines, rows);
      await advanceRun(tx, record, after, rows);
      return after;
    }),
  );
  await endRun(run.kind, ended, { dryRun: false });
  return ended;
}

/** Ends a run whose rows are in; where it stopped early, with the sentence that says why. */
async function endRun<Line extends ImportLine>(
  kind: FileReader<Line>,
  { id, linesDone }: RunRecord,
  { dryRun, problem }: { dryRun: boolean; problem?: ImportProblem },
): Promise<void> {
  await inRetriedTransaction(async (tx) => {
    if (!dryRun) await kind.finish?.(tx, id);
    await finishRun(tx, id, linesDone, problem);
  });
}

/** What would happen, exactly: all of it happens in a transaction that is then rolled back. */
async function tryOut<Line extends ImportLine>(
  run: Run<Line>,
  begun: RunRecord,
): Promise<RunRecord> {
  const ended = await inRolledBackTransaction((tx) =>
    eachChunk(run, begun, async (lines, record) => {
      const rows = await run.kind.take(tx, lines, record.id);
      const after = recordAfter(record, lines, rows);
      await advanceRun(db(), record, after, rows);
      return after;
    }),
  );
  await endRun(run.kind, ended, { dryRun: true });
  return ended;
}

async function eachChunk<Line extends ImportLine>(
  run: Run<Line>,
  begun: RunRecord,
  take: (lines: Line[], record: RunRecord) => Promise<RunRecord>,
): Promise<RunRecord> {
  let record = begun;
  run.onProgress(progressOf(record, "running", run.file));
  const lines = run.kind.read(run.source, run.file.table);
  for await (const chunk of chunks(lines, record.linesDone)) {
    run.signal?.throwIfAborted();
    if (!run.lock.held()) throw new ImportLockLost();
    const rows = chunk
      .filter((line) => line.as === "row")
      .map((line) => ({ line: line.line, unreadable: run.kind.isUnreadable(line) }));
    const found = mostlyUnreadable(rows, run.file.strayQuotes);
    if (found) throw new StoppedEarly(found, record);
    record = await take(chunk, record);
    run.onProgress(progressOf(record, "running", run.file));
  }
  return record;
}

function recordAfter(
  before: RunRecord,
  lines: readonly ImportLine[],
  rows: ReportRow[],
): RunRecord {
  const ignored = lines.filter((line) => line.as === "ignored").length;
  return {
    id: before.id,
    linesDone: lines.at(-1)?.line ?? before.linesDone,
    counts: countRows(before.counts, rows, ignored),
  };
}

function progressOf(
  { id, counts }: RunRecord,
  phase: ImportProgress["phase"],
  file: RowsFacts,
): ImportProgress {
  return { importId: id, phase, rowsDone: rowsDone(counts), rowsTotal: file.rows, counts };
}

function newRun(kind: ImportKind, settings: ImportSettings) {
  return {
    kind,
    fileName: settings.fileName,
    dryRun: settings.dryRun ?? false,
    options: settings.options ?? {},
    startedBy: settings.startedBy ?? null,
    uploadId: null,
  };
}
