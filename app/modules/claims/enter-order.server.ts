import { z } from "zod";
import type { Actor } from "#app/modules/access/actor.ts";
import { takeTurnsByHand } from "#app/modules/adjustments/give-by-hand.server.ts";
import type { HandAct } from "#app/modules/adjustments/hand-act.ts";
import { type ServiceOrderRequest, serviceOrderRequest } from "#app/modules/api/schemas.ts";
import type { Payer } from "#app/modules/rulebook/payer.ts";
import type { WorkKind } from "#app/modules/rulebook/work-kind.ts";
import type { OrderImportContext } from "#app/modules/service/import-order-rows.server.ts";
import { orderImportContext } from "#app/modules/service/import-service-orders.server.ts";
import { receiveServiceOrder } from "#app/modules/service/receive-service-order.server.ts";
import type { OrderRejection } from "#app/modules/service/service-order-row.ts";
import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { answerAlone, claimWaits } from "./answer-alone.server.ts";
import {
  handActDone,
  type LinkedOrder,
  linkLocked,
  overtaken,
  type WaitingAnswer,
} from "./link-order.server.ts";
import { lockOpenClaim, type OpenClaim } from "./open-claim.server.ts";

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
  | WaitingAnswer
  | {
      ok: false;
      refusal: EnteringRefused["refusal"] | "no-such-store" | "not-their-car";
    };

type EnteringRefused = {
  ok: false;
  refusal: "order-exists" | "no-vehicle" | "bad-date" | "unreadable";
};

/**
 * Answers a claim by an order that the workshop's export lacks, taken in by the same use case as one that
 * its system sends. When the export brings it later, that row counts, and the award is judged again. More
 * points than one person may give alone wait for a second one.
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
    await takeTurnsByHand(tx, staff.by);
    const locked = await lockOpenClaim(tx, claimId, staff);
    if (!locked.ok) return locked;
    if (await claimWaits(tx, claimId)) return { ok: false, refusal: "waits-already" };
    const { claim } = locked;
    const { storeId, orderNumber } = entered;
    const store = await tx.store.findUnique({ where: { id: storeId } });
    if (!store) return { ok: false, refusal: "no-such-store" };
    const car = await findCar(tx, entered.carId, claim.memberId);
    if (!car) return { ok: false, refusal: "not-their-car" };
    const order: ServiceOrderRequest = {
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
    };
    const details = { claimId, order };
    const figures = {
      store: store.name,
      number: orderNumber,
      day: entered.settledOn,
      paidMinor: entered.paid,
    };
    return answerAlone(
      tx,
      { kind: "claim-entered", ...staff, details, order: figures },
      async () => {
        const linked = await enterLocked(tx, claim, order, staff, context);
        if (linked.ok) return linked;
        return rollBack(linked);
      },
      context,
    );
  });
}

/** The same, for a claim that the caller's transaction has locked, whatever one person may give alone. */
async function enterLocked(
  tx: Db,
  claim: OpenClaim,
  order: ServiceOrderRequest,
  staff: Actor,
  context: OrderImportContext,
): Promise<LinkedOrder | EnteringRefused> {
  const received = await receiveServiceOrder(tx, order, context);
  if (!received.ok && received.waits) return { ok: false, refusal: "order-exists" };
  if (!received.ok) return { ok: false, refusal: refusalOf(received.refusal) };
  if (received.answer.outcome !== "new") return { ok: false, refusal: "order-exists" };
  return linkLocked(tx, claim, received.orderId, staff, context, received.answer.points);
}

const Details = z.object({ claimId: z.int(), order: serviceOrderRequest });

/** An invoice entered into a claim, once a second person has approved it; unless it was answered otherwise. */
export const enteredAct: HandAct = {
  name: "claim-entered",
  async carryOut(tx, given, approver) {
    const { claimId, order } = Details.parse(given);
    const context = await orderImportContext(undefined, tx);
    const locked = await lockOpenClaim(tx, claimId, approver);
    if (!locked.ok) return overtaken;
    const linked = await enterLocked(tx, locked.claim, order, approver, context);
    return linked.ok ? handActDone(linked) : overtaken;
  },
};

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
