import type { Actor } from "#app/modules/access/actor.ts";
import { changeReportRows } from "#app/modules/imports/change-report-row.server.ts";
import { takeUnreadRows, type UnreadRow } from "#app/modules/imports/unread-rows.server.ts";
import {
  type ClubWord,
  keepClubWord,
  loadClubWords,
} from "#app/modules/rulebook/club-words.server.ts";
import type { OrderImportContext } from "#app/modules/service/import-order-rows.server.ts";
import { orderImportContext } from "#app/modules/service/import-service-orders.server.ts";
import type { OrderRow } from "#app/modules/service/order-plan.ts";
import { rereadPayments } from "#app/modules/service/reread-payments.server.ts";
import {
  type OrderCells,
  type OrderRejection,
  readServiceOrderRow,
} from "#app/modules/service/service-order-row.ts";
import { settlementBounds } from "#app/modules/service/settled-at.ts";
import { ownCars } from "#app/modules/vehicle/own-cars.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { takeWaiting } from "./take-waiting.server.ts";

export type ExplainedWord = { ok: true; points: number } | { ok: false; refusal: "answered" };

/**
 * Keeps what a word of the workshop's files means, and judges again what was waiting for it: orders whose payment
 * nobody knew, and rows that were rejected for an unknown kind of work. Their points are booked, and files to
 * come are read by it.
 *
 * @param bookAt for tests: the instant to book at.
 */
export async function explainWord({
  kind,
  word,
  meaning,
  bookAt,
  ...who
}: ClubWord & { bookAt?: Date } & Actor): Promise<ExplainedWord> {
  const context = await orderImportContext(bookAt);
  return inRetriedTransaction<ExplainedWord>(async (tx) => {
    if (!(await keepClubWord(tx, { kind, word, meaning }, who.by))) {
      return { ok: false, refusal: "answered" };
    }
    const now = { ...context, words: await loadClubWords(tx) };
    const points =
      meaning === null
        ? 0
        : kind === "work"
          ? await takeUnread(tx, word, now, who.by)
          : await reread(tx, now);
    await writeAudit(tx, {
      personId: who.by,
      action: "order-word.explained",
      subject: `order-word:${word}`,
      detail: { meaning, points },
      address: who.address,
    });
    return { ok: true, points };
  });
}

async function reread(tx: Db, context: OrderImportContext): Promise<number> {
  const moves = await rereadPayments(tx, context);
  return moves.reduce((sum, [, points]) => sum + points, 0);
}

/**
 * Reads the rows again that the word had kept from being read. Some may turn out to be wrong otherwise, and those of
 * a car of whoever explains the word are left for a colleague to bring in.
 */
async function takeUnread(
  tx: Db,
  word: string,
  context: OrderImportContext,
  by: number,
): Promise<number> {
  const bounds = settlementBounds(context.time, context.now);
  const isBys = await ownCars(tx, by);
  const rows: { row: OrderRow; importId: number }[] = [];
  for (const unread of await takeUnreadRows(tx, word)) {
    const { importId, rowNumber: line } = unread;
    const reading = readServiceOrderRow(unread.cells as OrderCells, bounds, context.words);
    if (reading.ok && isBys(reading.order)) {
      await refuse(tx, unread, "own_car");
    } else if (reading.ok) {
      rows.push({ importId, row: { line, order: reading.order, flags: reading.flags } });
    } else {
      await refuse(tx, unread, reading.reason);
    }
  }
  return takeWaiting(tx, rows, context);
}

function refuse(tx: Db, { importId, rowNumber }: UnreadRow, reason: OrderRejection | "own_car") {
  const row = { rowNumber, outcome: "rejected" as const, reason, subject: "", detail: null };
  return changeReportRows(tx, importId, [row]);
}
