import type { Db } from "#app/platform/db.server.ts";
import type { UndoneOutcome } from "./import-reversal.ts";
import type { ReportRow, RowDetail, RowOutcome } from "./import-run.ts";

export type ReportPage = {
  rows: ReportRow[];
  /** The `after` of the next page; null on the last one. */
  nextAfter: number | null;
};

/**
 * A page of an import's report, in the order of the file.
 *
 * @param page.outcome only rows of this outcome; all of them when null.
 * @param page.undone only rows of which this became when the import was taken back; all when null.
 * @param page.after rows below this row number.
 */
export async function loadReportRows(
  db: Db,
  importId: number,
  page: { outcome: RowOutcome | null; undone?: UndoneOutcome | null; after: number; limit: number },
): Promise<ReportPage> {
  const found = await db.importRow.findMany({
    where: {
      importId,
      rowNumber: { gt: page.after },
      ...(page.outcome ? { outcome: page.outcome } : {}),
      ...(page.undone ? { detail: { path: ["undone", "outcome"], equals: page.undone } } : {}),
    },
    orderBy: { rowNumber: "asc" },
    take: page.limit + 1,
  });
  const rows = found.slice(0, page.limit).map((row) => ({
    rowNumber: row.rowNumber,
    outcome: row.outcome as RowOutcome,
    reason: row.reason,
    subject: row.subject,
    detail: row.detail as RowDetail | null,
  }));
  return { rows, nextAfter: found.length > page.limit ? (rows.at(-1)?.rowNumber ?? null) : null };
}
