import { changeReportRows } from "#app/modules/imports/change-report-row.server.ts";
import type { ReportRow } from "#app/modules/imports/import-run.ts";
import {
  importOrderRows,
  type OrderImportContext,
} from "#app/modules/service/import-order-rows.server.ts";
import { reportRow } from "#app/modules/service/import-service-orders.server.ts";
import type { OrderRow } from "#app/modules/service/order-plan.ts";
import type { Db } from "#app/platform/db.server.ts";

/**
 * Takes rows in that have waited for an answer, as rows of the files that they stood in, whose reports then say
 * what has become of them.
 *
 * @returns the points added, less those taken back.
 */
export async function takeWaiting(
  tx: Db,
  rows: readonly { row: OrderRow; importId: number | null }[],
  context: OrderImportContext,
): Promise<number> {
  const files = new Map<number | null, OrderRow[]>();
  for (const { row, importId } of rows) {
    const others = files.get(importId);
    if (others) others.push(row);
    else files.set(importId, [row]);
  }
  let points = 0;
  for (const [importId, own] of files) {
    const taken = await importOrderRows(tx, own, { ...context, importId });
    const report = taken.map(reportRow);
    if (importId !== null) await changeReportRows(tx, importId, report);
    points += pointsOf(report);
  }
  return points;
}

const pointsOf = (rows: readonly ReportRow[]) =>
  rows.flatMap(({ detail }) => detail?.moves ?? []).reduce((sum, [, points]) => sum + points, 0);
