import { z } from "zod";
import type { Giving } from "#app/modules/adjustments/give-by-hand.server.ts";
import type { HandAct } from "#app/modules/adjustments/hand-act.ts";
import { type ServiceOrderRequest, serviceOrderRequest } from "#app/modules/api/schemas.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import type { OrderImportContext } from "#app/modules/service/import-order-rows.server.ts";
import { orderImportContext } from "#app/modules/service/import-service-orders.server.ts";
import { receiveServiceOrder } from "#app/modules/service/receive-service-order.server.ts";
import { orderKey } from "#app/modules/service/service-order.ts";
import { giveTypedOrder } from "#app/modules/service/write-receptions.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { formatMoney } from "#app/platform/words/format.ts";

export type TypedOrderTaken = Giving & { orderId: number };

/**
 * Takes an order in that somebody at the desk typed from an invoice and that is not on file, as if the workshop
 * had sent it.
 *
 * @returns whose it is and all the points that moved, those of other orders' change of tier included; null where
 *   it is on file after all, or a person has to say which order it is: the caller undoes what was done.
 */
export async function takeTypedOrder(
  tx: Db,
  order: ServiceOrderRequest,
  context: OrderImportContext,
): Promise<TypedOrderTaken | null> {
  const taken = await receiveServiceOrder(tx, order, context);
  if (taken.ok ? taken.answer.outcome !== "new" : taken.waits) return null;
  // Everything else that an order can be refused for was asked of the form.
  if (!taken.ok) throw new Error(`An order from the desk was refused: ${taken.refusal}`);
  const { id, memberId, awardTxnId } = await tx.serviceOrder.findUniqueOrThrow({
    where: { id: taken.orderId },
    select: { id: true, memberId: true, awardTxnId: true },
  });
  const entryId = awardTxnId === null ? null : toPoints(awardTxnId);
  return { orderId: id, memberId, points: taken.answer.points, entryId };
}

/** What a list of what waits, or a line of the audit log, names an order by. */
export type OrderInFigures = { store: string; number: string; day: Day; paidMinor: number };

/** An order in figures, which need no language: store, number, day of the club, sum. */
export function orderInFigures(order: OrderInFigures, { currency }: { currency: string }): string {
  const { store, number, day, paidMinor } = order;
  return `${store} ${number} · ${day} · ${formatMoney(paidMinor, currency, "en")}`;
}

const VisitDetails = z.object({
  receptionId: z.int(),
  memberId: z.int(),
  order: serviceOrderRequest,
});

/** A visit's invoice, once a second person has approved it; unless the workshop's own row was quicker. */
export const visitAct: HandAct = {
  name: "visit",
  async carryOut(tx, given) {
    const { receptionId, memberId, order } = VisitDetails.parse(given);
    const context = await orderImportContext(undefined, tx);
    await takeTurns(tx, "order", orderKey({ store: order.store, number: order.order_number }));
    const taken = await takeTypedOrder(tx, order, context);
    if (taken?.memberId !== memberId || taken.entryId === null) {
      return { ok: false, refusal: "overtaken" };
    }
    await giveTypedOrder(tx, receptionId, taken.orderId);
    return { ok: true, points: taken.points, entryId: taken.entryId };
  },
};
