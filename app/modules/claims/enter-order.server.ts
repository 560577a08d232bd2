import type { Actor } from "#app/modules/access/actor.ts";
import type { Payer } from "#app/modules/rulebook/payer.ts";
import type { WorkKind } from "#app/modules/rulebook/work-kind.ts";
import { orderImportContext } from "#app/modules/service/import-service-orders.server.ts";
import { receiveServiceOrder } from "#app/modules/service/receive-service-order.server.ts";
import type { OrderRejection } from "#app/modules/service/service-order-row.ts";
import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { type LinkedOrder, linkLocked } from "./link-order.server.ts";
import { lockOpenClaim } from "./open-claim.server.ts";

/** An order as somebody reads it off an invoice. */
export type EnteredOrder = {
  storeId: number;
  orderNumber: string;
  settledOn: Day;
  kind: WorkKind;
  payer: Exclude<Payer, "unknown">;
  /** What was paid, in minor units. */
  paid: number;
  /** One of the member's cars. */
  carId: number;
};

export type EnteredAnswer =
  | LinkedOrder
  | {
      ok: false;
      refusal:
        | "order-exists"
        | "no-such-store"
        | "not-their-car"
        | "no-vehicle"
        | "bad-date"
        | "unreadable";
    };

/**
 * Answers a claim by an order that the workshop's export lacks, taken in by the same use case as one that
 * its system sends. When the export brings it later, that row counts, and the award is judged again.
 *
 * Nothing of it stays where it cannot be the answer; an order that is there already has to be linked.
 */
export async function enterOrder(
  claimId: number,
  entered: EnteredOrder,
  staff: Actor,
): Promise<EnteredAnswer> {
  const context = await orderImportContext();
  return inRetriedTransaction<EnteredAnswer>(async (tx, rollBack) => {
    const locked = await lockOpenClaim(tx, claimId, staff);
    if (!locked.ok) return locked;
    const { claim } = locked;
    const { storeId, orderNumber } = entered;
    const store = await tx.store.findUnique({ where: { id: storeId } });
    if (!store) return { ok: false, refusal: "no-such-store" };
    const car = await findCar(tx, entered.carId, claim.memberId);
    if (!car) return { ok: false, refusal: "not-their-car" };
    const received = await receiveServiceOrder(
      tx,
      {
        store: store.name,
        order_number: orderNumber,
        record: "order",
        settled_at: entered.settledOn,
        vin: car.vin,
        plate: car.plate,
        model: car.model,
        kind: entered.kind,
        labour_minor: entered.paid,
        parts_minor: 0,
        discount_minor: 0,
        paid_minor: entered.paid,
        payer: entered.payer,
      },
      context,
    );
    if (!received.ok && received.waits) rollBack({ ok: false, refusal: "order-exists" });
    if (!received.ok) return { ok: false, refusal: refusalOf(received.refusal) };
    if (received.answer.outcome !== "new") rollBack({ ok: false, refusal: "order-exists" });
    const linked = await linkLocked(tx, claim, received.orderId, staff, context);
    return linked.ok ? linked : rollBack(linked);
  });
}

/** Of the reasons for which an order is not taken, those that an invoice on the desk can have. */
function refusalOf(rejection: OrderRejection): "no-vehicle" | "bad-date" | "unreadable" {
  if (rejection === "no_vehicle") return "no-vehicle";
  return rejection === "bad_date" ? "bad-date" : "unreadable";
}

/** A car that is or was the member's. */
function findCar(tx: Db, carId: number, memberId: number) {
  return tx.car.findFirst({
    where: { id: carId, holdings: { some: { memberId } } },
    select: { vin: true, plate: true, model: true },
  });
}
