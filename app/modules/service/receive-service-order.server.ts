import type { ServiceOrderAnswer, ServiceOrderRequest } from "#app/modules/api/schemas.ts";
import type { Db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { readApiOrder } from "./api-order.ts";
import { importOrderRows, type OrderImportContext } from "./import-order-rows.server.ts";
import { orderKey } from "./service-order.ts";
import type { OrderRejection } from "./service-order-row.ts";
import { settlementBounds } from "./settled-at.ts";

export type ReceivedOrder =
  | { ok: true; orderId: number; answer: ServiceOrderAnswer }
  /** Waits: the row is kept for a person to decide about. */
  | { ok: false; refusal: OrderRejection; waits: boolean };

/**
 * Takes one order in as a workshop's system sends it, by the same use case as a whole export. Runs in
 * the caller's transaction, which is also that of the answer.
 */
export async function receiveServiceOrder(
  db: Db,
  sent: ServiceOrderRequest,
  context: OrderImportContext,
): Promise<ReceivedOrder> {
  const reading = readApiOrder(sent, settlementBounds(context.time, context.now));
  if (!reading.ok) return { ok: false, refusal: reading.reason, waits: false };
  const { order, flags } = reading;
  // Two senders of one new order would find that out only at the end, by one having to begin again.
  await takeTurns(db, "order", orderKey(order));
  const [taken] = await importOrderRows(db, [{ line: 1, order, flags }], context);
  if (!taken) throw new Error("An order was taken without an answer.");
  const { row, orderId, outcome, reason, detail } = taken;
  if (reason !== null) return { ok: false, refusal: reason, waits: true };
  if (outcome === "rejected" || orderId === null) throw new Error("An order was lost on its way.");
  const moves = detail?.moves ?? [];
  return {
    ok: true,
    orderId,
    answer: {
      outcome,
      store: row.order.store,
      order_number: order.number,
      member_number: detail?.member ?? null,
      points: moves.reduce((sum, [, points]) => sum + points, 0),
      pending: detail?.pending ?? false,
      notes: detail?.notes ?? [],
    },
  };
}
