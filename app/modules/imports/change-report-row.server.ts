import type { Db } from "#app/platform/db.server.ts";
import { countRows, type ReportRow, readCounts } from "./import-run.ts";

/**
 * Says in an import's report what has become of rows since: they waited for an answer, and have it now. The
 * import's figures follow.
 */
export async function changeReportRows(
  db: Db,
  importId: number,
  rows: readonly ReportRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const [run] = await db.$queryRaw<{ counts: unknown }[]>`
    select counts from import_run where id = ${importId} for update`;
  if (!run) return;
  const before = await db.importRow.findMany({
    where: { importId, rowNumber: { in: rows.map(({ rowNumber }) => rowNumber) } },
    select: { outcome: true, reason: true },
  });
  const counts = readCounts(run.counts);
  const outcomes = { ...counts.outcomes };
  const reasons = { ...counts.reasons };
  for (const { outcome, reason } of before) {
    outcomes[outcome as ReportRow["outcome"]]--;
    if (reason === null) continue;
    const left = (reasons[reason] ?? 0) - 1;
    if (left > 0) reasons[reason] = left;
    else delete reasons[reason];
  }
  await db.importRun.update({
    where: { id: importId },
    data: { counts: countRows({ ...counts, outcomes, reasons }, rows, 0) },
  });
  await db.$executeRaw`
    update import_row set outcome = r.outcome, reason = r.reason, detail = r.detail
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r ("rowNumber" int, outcome text, reason text, detail jsonb)
    where import_id = ${importId} and row_number = r."rowNumber"`;
}
