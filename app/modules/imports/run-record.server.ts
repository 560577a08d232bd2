import type { Prisma } from "#app/generated.server/prisma/client.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import type { RowsFacts } from "#app/platform/table-rows.server.ts";
import { doubtfulReadings } from "./import-problem.ts";
import {
  type ImportCounts,
  type ImportKind,
  type ImportOptions,
  type ImportProblem,
  noCounts,
  type ReportRow,
  readCounts,
} from "./import-run.ts";

/** A run as far as it has come. */
export type RunRecord = { id: number; linesDone: number; counts: ImportCounts };

export type NewRun = {
  kind: ImportKind;
  fileName: string;
  dryRun: boolean;
  options: ImportOptions;
  /** The person who started it; null from the command line. */
  startedBy: number | null;
  uploadId: number | null;
};

/** Another process carries this run on; what this one was about to write is not written. */
export class RunTakenOver extends Error {
  constructor(importId: number) {
    super(`Import ${importId} is being carried on by another process.`);
  }
}

/** Puts a run on record, waiting. */
export async function createRun(on: Db, run: NewRun): Promise<number> {
  const { id } = await on.importRun.create({ data: run, select: { id: true } });
  return id;
}

/**
 * The run of the same file that was begun and never ended. Asked for under the kind's lock, so
 * whoever began it is gone.
 */
export async function findBrokenRun(
  run: Pick<NewRun, "kind" | "dryRun">,
  sha256: string,
): Promise<RunRecord | null> {
  const found = await db().importRun.findFirst({
    where: {
      kind: run.kind,
      dryRun: run.dryRun,
      state: "running",
      fileSha256: Buffer.from(sha256, "hex"),
    },
    orderBy: { id: "desc" },
  });
  return found && recordOf(found);
}

export async function loadRecord(importId: number): Promise<RunRecord> {
  return recordOf(await db().importRun.findUniqueOrThrow({ where: { id: importId } }));
}

/** Marks a run as running, from where it stopped if it had begun. */
export async function beginRun(importId: number, file: RowsFacts): Promise<RunRecord> {
  const { counts } = await loadRecord(importId);
  const begun = await db().importRun.update({
    where: { id: importId },
    data: {
      state: "running",
      startedAt: new Date(),
      fileSha256: Buffer.from(file.table.sha256, "hex"),
      fileBytes: file.table.bytes,
      encoding: file.table.encoding,
      rowsTotal: file.rows,
      counts: { ...counts, columnsNotRead: file.extraColumns },
    },
  });
  return recordOf(begun);
}

/**
 * Writes what became of a chunk's rows, and how far the file is in. In the chunk's own transaction:
 * either both are there or neither.
 *
 * @throws RunTakenOver when the run is not where this process left it.
 */
export async function advanceRun(
  on: Db,
  before: RunRecord,
  after: RunRecord,
  rows: readonly ReportRow[],
): Promise<void> {
  const moved = await on.$executeRaw`
    update import_run set lines_done = ${after.linesDone}, counts = ${JSON.stringify(after.counts)}::jsonb
    where id = ${before.id} and lines_done = ${before.linesDone} and state = 'running'`;
  if (moved !== 1) throw new RunTakenOver(before.id);
  if (rows.length === 0) return;
  await on.$executeRaw`
    insert into import_row (import_id, row_number, outcome, reason, subject, detail)
    select ${before.id}::int, r."rowNumber", r.outcome, r.reason, r.subject, r.detail
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r ("rowNumber" int, outcome text, reason text, subject text, detail jsonb)`;
}

/**
 * Ends a run: the report is whole, and an upload is no longer needed.
 *
 * @param problem why it ended early, where it did.
 */
export async function finishRun(
  on: Db,
  importId: number,
  linesTotal: number,
  problem?: ImportProblem,
): Promise<void> {
  const { uploadId } = await on.importRun.update({
    where: { id: importId },
    data: { state: "finished", finishedAt: new Date(), linesTotal, ...(problem && { problem }) },
    select: { uploadId: true },
  });
  await dropUpload(on, uploadId);
}

/**
 * Ends a run that could not be carried out, with the sentence that says why. A file whose encoding is in
 * doubt is kept for a day (`sweepUploads`): whoever sent it can say what it is, and need not send it again.
 */
export async function failRun(importId: number, problem: ImportProblem): Promise<void> {
  await db().$transaction(async (tx) => {
    const { uploadId } = await tx.importRun.update({
      where: { id: importId },
      data: { state: "failed", finishedAt: new Date(), problem },
      select: { uploadId: true },
    });
    if (doubtfulReadings(problem) === null) await dropUpload(tx, uploadId);
  });
}

/** Begins the record of a dry run anew: what it counted before was rolled back. */
export async function clearRun(importId: number): Promise<void> {
  await db().$transaction([
    db().importRow.deleteMany({ where: { importId } }),
    db().importRun.update({ where: { id: importId }, data: { linesDone: 0, counts: noCounts } }),
  ]);
}

/** Removes the record of a dry run, for whoever has read its report. */
export async function discardDryRun(importId: number): Promise<void> {
  await db().$transaction([
    db().importRow.deleteMany({ where: { importId, run: { dryRun: true } } }),
    db().importRun.deleteMany({ where: { id: importId, dryRun: true } }),
  ]);
}

async function dropUpload(on: Db, uploadId: number | null): Promise<void> {
  if (uploadId !== null) await on.upload.deleteMany({ where: { id: uploadId } });
}

function recordOf(row: { id: number; linesDone: number; counts: Prisma.JsonValue }): RunRecord {
  return { id: row.id, linesDone: row.linesDone, counts: readCounts(row.counts) };
}
