import type { Actor } from "#app/modules/access/actor.ts";
import { orderImportContext } from "#app/modules/service/import-service-orders.server.ts";
import { orderKey } from "#app/modules/service/service-order.ts";
import { leaveOutWaitingRow, takeWaitingRow } from "#app/modules/service/waiting-rows.server.ts";
import { ownCars } from "#app/modules/vehicle/own-cars.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { RowAnswer } from "./forms.ts";
import { takeWaiting } from "./take-waiting.server.ts";

export type AnsweredRow =
  | { ok: true; points: number }
  /** `own-car`: its points could be those of whoever answers. */
  | { ok: false; refusal: "answered" | "own-car" };

/**
 * Answers what a row is about whose number is held for another car: another order, which is then taken in; a
 * correction of that order, whose car was wrong, so that its points go to the other car's owner; or nothing.
 * Nobody answers where the car is their own.
 *
 * @param bookAt for tests: the instant to book at.
 */
export async function answerRow({
  rowId,
  answer,
  bookAt,
  ...who
}: { rowId: number; answer: RowAnswer; bookAt?: Date } & Actor): Promise<AnsweredRow> {
  const context = await orderImportContext(bookAt);
  return inRetriedTransaction<AnsweredRow>(async (tx, rollBack) => {
    if (answer === "left-out") {
      const left = await leaveOutWaitingRow(tx, rowId);
      if (!left) return { ok: false, refusal: "answered" };
      await audit(tx, who, rowId, answer, left.number);
      return { ok: true, points: 0 };
    }
    const waiting = await takeWaitingRow(tx, rowId);
    if (!waiting) return { ok: false, refusal: "answered" };
    const { importId, orderId, row } = waiting;
    const isOwn = await ownCars(tx, who.by);
    if (isOwn(row.order)) rollBack({ ok: false, refusal: "own-car" });
    await takeTurns(tx, "order", orderKey(row.order));
    const corrects = answer === "correction" && orderId !== null;
    const answered = { ...row, answer: corrects ? { orderId } : ("another" as const) };
    const points = await takeWaiting(tx, [{ row: answered, importId }], context);
    await audit(tx, who, rowId, answer, row.order.number);
    return { ok: true, points };
  });
}

function audit(tx: Db, who: Actor, rowId: number, answer: RowAnswer, orderNumber: string) {
  return writeAudit(tx, {
    personId: who.by,
    action: "order-row.answered",
    subject: `order-row:${rowId}`,
    detail: { answer, orderNumber },
    address: who.address,
  });
}
