import { changeReportRows } from "#app/modules/imports/change-report-row.server.ts";
import type { ReportRow } from "#app/modules/imports/import-run.ts";
import {
  importOrderRows,
  type OrderImportContext,
} from "#app/modules/service/import-order-rows.server.ts";
import { reportRow } from "#app/modules/service/import-service-orders.server.ts";
import type { OrderRow } from "#app/modules/service/order-plan.ts";
import { ownCars } from "#app/modules/vehicle/own-cars.server.ts";
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
    const before = files.get(importId);
    if (before) before.push(row);
    else files.set(importId, [row]);
  }
  let points = 0;
  for (const [importId, own] of files) {
    const isStarters = await startersCars(tx, importId);
    const others = own.filter(({ order }) => !isStarters(order));
    const taken = await importOrderRows(tx, others, { ...context, importId });
    const left = own.filter(({ order }) => isStarters(order)).map(refused);
    const report = [...taken.map(reportRow), ...left];
    if (importId !== null) await changeReportRows(tx, importId, report);
    points += pointsOf(report);
  }
  return points;
}

/** The cars of whoever brought a file in. */
async function startersCars(tx: Db, importId: number | null) {
  const run =
    importId === null
      ? null
      : await tx.importRun.findUnique({ where: { id: importId }, select: { startedBy: true } });
  return ownCars(tx, run?.startedBy ?? null);
}

const refused = ({ line, order }: OrderRow): ReportRow => ({
  rowNumber: line,
  outcome: "rejected",
  reason: "own_car",
  subject: `${order.store} ${order.number}`,
  detail: null,
});

const pointsOf = (rows: readonly ReportRow[]) =>
  rows.flatMap(({ detail }) => detail?.moves ?? []).reduce((sum, [, points]) => sum + points, 0);
