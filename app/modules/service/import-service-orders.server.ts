import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import {
  type FileReader,
  type ImportSettings,
  importFile,
} from "#app/modules/imports/import-file.server.ts";
import type { ImportAnswer, ReportRow } from "#app/modules/imports/import-run.ts";
import { keepUnreadRows, type UnreadRow } from "#app/modules/imports/unread-rows.server.ts";
import { loadClubWords } from "#app/modules/rulebook/club-words.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { wordKey } from "#app/modules/rulebook/order-word.ts";
import { ownCars } from "#app/modules/vehicle/own-cars.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import type { TableSource } from "#app/platform/table-file.server.ts";
import { importOrderRows, type OrderImportContext } from "./import-order-rows.server.ts";
import { inspectOrderFile, type OrderFileLine, readOrderFile } from "./order-file.server.ts";
import type { ImportedOrderRow } from "./report-order-rows.ts";
import type { ServiceOrder } from "./service-order.ts";
import { settlementBounds } from "./settled-at.ts";
import { writeDigests } from "./write-digests.server.ts";

type OrderImportSettings = ImportSettings & {
  /** For tests: the instant to book at, and the latest an order may be of. */
  bookAt?: Date;
};

/**
 * Brings in a workshop's export: every order kept, every award posted, corrected rows judged again.
 * Members whose points changed get one letter each, whatever the number of their orders.
 *
 * The same file again changes nothing, and a file cut in two comes to the same in either order. Rows of cars of
 * whoever brings the file in are rejected: a colleague brings in those.
 */
export async function importServiceOrders(
  source: TableSource,
  settings: OrderImportSettings,
): Promise<ImportAnswer> {
  const context = await orderImportContext(settings.bookAt);
  const bounds = settlementBounds(context.time, context.now);
  const by = settings.startedBy ?? null;
  const tell = (on: Db, importId: number) => writeDigests(on, importId, settings.bookAt);
  const orders: FileReader<OrderFileLine> = {
    kind: "service-orders",
    inspect: inspectOrderFile,
    read: (file, table) => readOrderFile(file, table, bounds, context.words),
    isUnreadable: (line) => line.as === "row" && !line.reading.ok && line.cells === undefined,
    take: (on, lines, importId) => takeLines(on, lines, { ...context, importId }, by),
    finish: settings.options?.letters === false ? undefined : tell,
  };
  return importFile(orders, source, settings);
}

/**
 * What orders are judged against from now on.
 *
 * @param on the transaction, from within one: it may not wait for another connection while it holds one.
 */
export async function orderImportContext(
  bookAt?: Date,
  on: Db = db(),
): Promise<OrderImportContext> {
  const club = await ensureClub(on);
  const [clock] = await on.$queryRaw<[{ now: Date }]>`select now()`;
  return {
    book: await loadRuleBook(on),
    time: clubTime(club.timeZone),
    currency: club.currency,
    words: await loadClubWords(on),
    now: bookAt ?? clock.now,
    ...(bookAt ? { bookAt } : {}),
    importId: null,
  };
}

/** What the report says of a row that was taken, or waits. */
export function reportRow({ row, outcome, reason, detail }: ImportedOrderRow): ReportRow {
  const subject = `${row.order.store} ${row.order.number}`;
  return { rowNumber: row.line, outcome, reason, subject, detail };
}

async function takeLines(
  on: Parameters<typeof importOrderRows>[0],
  lines: OrderFileLine[],
  context: OrderImportContext,
  by: number | null,
): Promise<ReportRow[]> {
  // Asked anew for each chunk: a car may become theirs while a long file comes in.
  const isOwn = await ownCars(on, by);
  const rows = lines
    .filter((line) => line.as === "row")
    .map((row) =>
      row.reading.ok && isOwn(row.reading.order)
        ? { ...row, reading: { ok: false as const, reason: "own_car", ...namesOf(row.reading) } }
        : row,
    );
  const orders = rows.flatMap(({ line, reading }) =>
    reading.ok ? [{ line, order: reading.order, flags: reading.flags }] : [],
  );
  const taken = await importOrderRows(on, orders, context);
  const report = taken.map(reportRow);
  const unread: UnreadRow[] = [];
  for (const { line, reading, cells } of rows) {
    if (reading.ok) continue;
    const word = wordKey(cells?.kind ?? "");
    if (cells && word !== "" && context.importId !== null) {
      unread.push({ importId: context.importId, rowNumber: line, word, cells });
    }
    report.push({
      rowNumber: line,
      outcome: "rejected",
      reason: reading.reason,
      subject: [reading.store, reading.number].filter((part) => part !== null).join(" "),
      detail: null,
    });
  }
  await keepUnreadRows(on, unread);
  return report;
}

const namesOf = ({ order }: { order: ServiceOrder }) => ({
  store: order.store,
  number: order.number,
});
