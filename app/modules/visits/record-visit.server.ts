import type { Actor } from "#app/modules/access/actor.ts";
import {
  askSecondPerson,
  type Gift,
  noteGiven,
  takeTurnsByHand,
  tryAlone,
} from "#app/modules/adjustments/give-by-hand.server.ts";
import type { ServiceOrderRequest } from "#app/modules/api/schemas.ts";
import { writeDeskReading } from "#app/modules/odometer/desk-reading.server.ts";
import { loadDial } from "#app/modules/odometer/load-readings.server.ts";
import { decideReading, type Reading } from "#app/modules/odometer/odometer-reading.ts";
import { findOpenMember } from "#app/modules/person/find-member.server.ts";
import type { Payer } from "#app/modules/rulebook/payer.ts";
import type { WorkKind } from "#app/modules/rulebook/work-kind.ts";
import type { OrderImportContext } from "#app/modules/service/import-order-rows.server.ts";
import { orderImportContext } from "#app/modules/service/import-service-orders.server.ts";
import { APART_DAYS } from "#app/modules/service/order-match.ts";
import { orderKey } from "#app/modules/service/service-order.ts";
import { addReception } from "#app/modules/service/write-receptions.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { addDays, type ClubTime, clubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { formatMoney } from "#app/platform/words/format.ts";
import { orderInFigures, type TypedOrderTaken, takeTypedOrder } from "./typed-order.server.ts";

/** A settled invoice, in minor units of the club's currency; paid is labour + parts − discount. */
export type VisitInvoice = {
  kind: WorkKind;
  payer: Exclude<Payer, "unknown">;
  labour: number;
  parts: number;
  discount: number;
  paid: number;
};

export type VisitToRecord = Actor & {
  /** The member's number. */
  number: string;
  /** The form's: the same one twice is one visit. */
  requestKey: string;
  storeId: number;
  day: Day;
  carId: number | null;
  odometerKm: number | null;
  /** They looked again: the dial does show this. */
  odometerSure: boolean;
  orderNumber: string | null;
  note: string | null;
  /** Null while the workshop has not settled it. */
  invoice: VisitInvoice | null;
};

/** Why a visit is not recorded; nothing is written then. */
export type VisitRefusal =
  | "no-such-member"
  | "stale-form"
  | "unknown-store"
  | "not-their-car"
  | "day-in-future"
  | "day-too-early"
  | "order-of-another"
  | "recorded-already"
  | "car-without-plate"
  /** The reading does not go with the car's log: they look at the dial again. */
  | "odometer-below"
  | "odometer-above"
  | "odometer-jump"
  | "odometer-high"
  /** Its points would be those of whoever records it. */
  | "own-visit";

export type RecordedVisit =
  | { ok: true; receptionId: number }
  | { ok: false; refusal: VisitRefusal; last?: Reading };

const refused = (refusal: VisitRefusal): RecordedVisit => ({ ok: false, refusal });

/** Nobody records last century's visits at the counter; a mistyped year does. */
const EARLIEST: Day = "2000-01-01";

/**
 * Records that a member came to the workshop.
 *
 * With a settled invoice the order goes the way of every other (`receiveServiceOrder`) and earns at once;
 * the workshop's own row, when it comes, is the same order. Where its points are more than one person may give
 * alone in a day, the visit is kept without its order, which waits for a second person or for the workshop's
 * own row, whichever comes first. An order that is on file already is not taken a second time: what the
 * workshop sent counts more than what is typed from paper. Without an invoice only the visit and the
 * odometer are kept, and the order finds its visit later.
 *
 * Two visits under one request key, or with one order number, take turns. Nobody records an invoice that
 * would earn points for themselves, also not as the holder of a car that another came with.
 */
export async function recordVisit(visit: VisitToRecord): Promise<RecordedVisit> {
  const context = await orderImportContext();
  if (visit.day > context.time.dayOf(context.now)) return refused("day-in-future");
  if (visit.day < EARLIEST) return refused("day-too-early");
  return inRetriedTransaction<RecordedVisit>((tx, rollBack) =>
    record(tx, visit, context, rollBack),
  );
}

async function record(
  tx: Db,
  visit: VisitToRecord,
  context: OrderImportContext,
  rollBack: (answer: RecordedVisit) => never,
): Promise<RecordedVisit> {
  if (visit.invoice) await takeTurnsByHand(tx, visit.by);
  await takeTurns(tx, "visit", visit.requestKey);
  const member = await findOpenMember(tx, visit.number);
  if (!member) return refused("no-such-member");
  const before = await tx.reception.findUnique({ where: { requestKey: visit.requestKey } });
  if (before) {
    return before.memberId === member.id
      ? { ok: true, receptionId: before.id }
      : refused("stale-form");
  }
  const store = await tx.store.findFirst({
    where: { id: visit.storeId, closedAt: null, askedSince: null },
  });
  if (!store) return refused("unknown-store");
  const car = visit.carId === null ? null : await carOf(tx, member.id, visit.carId);
  if (visit.carId !== null && !car) return refused("not-their-car");
  if (visit.invoice) {
    const holders = car?.holdings.map((holding) => holding.member.personId) ?? [];
    if ([member.personId, ...holders].includes(visit.by)) return refused("own-visit");
  }

  const { orderNumber } = visit;
  let orderId: number | null = null;
  if (orderNumber !== null) {
    await takeTurns(tx, "order", orderKey({ store: store.name, number: orderNumber }));
    const named = { storeId: store.id, orderNumber };
    const known = await tx.reception.findFirst({
      where: { ...named, voidedAt: null, visitedOn: nearTo(visit.day, clubTime("UTC")) },
    });
    if (known) {
      return refused(known.memberId === member.id ? "recorded-already" : "order-of-another");
    }
    const near = await tx.serviceOrder.findMany({
      where: { ...named, settledAt: nearTo(visit.day, context.time) },
      orderBy: { id: "asc" },
    });
    const held = near.find(
      ({ memberId, carId }) => memberId === member.id || (carId !== null && carId === car?.id),
    );
    if (!held && near.length > 0) return refused("order-of-another");
    orderId = held?.id ?? null;
  }
  if (car && visit.odometerKm !== null) {
    const entered = { day: visit.day, km: visit.odometerKm, sure: visit.odometerSure };
    const span = { today: context.time.dayOf(context.now), heldSince: null };
    const read = decideReading(entered, await loadDial(tx, car.id), span);
    if (!read.ok && "other" in read) {
      return { ok: false, refusal: `odometer-${read.refusal}`, last: read.other };
    }
    if (!read.ok) return refused("odometer-high");
  }
  let given: { done: TypedOrderTaken; alone: boolean; order: ServiceOrderRequest } | null = null;
  if (visit.invoice && car && orderNumber !== null && orderId === null) {
    if (car.vin === null && car.plate === null) return refused("car-without-plate");
    const order: ServiceOrderRequest = {
      store: store.name,
      order_number: orderNumber,
      record: "order",
      settled_at: settledAt(visit.day, context),
      vin: car.vin,
      plate: car.plate,
      model: car.model,
      odometer_km: visit.odometerKm,
      kind: visit.invoice.kind,
      labour_minor: visit.invoice.labour,
      parts_minor: visit.invoice.parts,
      discount_minor: visit.invoice.discount,
      paid_minor: visit.invoice.paid,
      payer: visit.invoice.payer,
    };
    const tried = await tryAlone(tx, visit.by, async () => {
      const taken = await takeTypedOrder(tx, order, context);
      return taken ?? rollBack(refused("order-of-another"));
    });
    if (tried.own) rollBack(refused("own-visit"));
    if (tried.alone) orderId = tried.done.orderId;
    given = { ...tried, order };
  }
  // The odometer of an order that was taken in is read from the order.
  if (car && visit.odometerKm !== null && !given?.alone) {
    const { day, odometerKm: km, by } = visit;
    await writeDeskReading(tx, { carId: car.id, memberId: member.id, km, day, by });
  }
  const receptionId = await addReception(tx, {
    memberId: member.id,
    carId: car?.id ?? null,
    storeId: store.id,
    visitedOn: new Date(visit.day),
    odometerKm: visit.odometerKm,
    orderNumber,
    note: visit.note || null,
    orderId,
    orderTyped: given?.alone ?? false,
    recordedBy: visit.by,
    requestKey: visit.requestKey,
  });
  if (given) await countByHand(tx, visit, { ...given, receptionId }, context);
  await writeAudit(tx, {
    personId: visit.by,
    action: "visit.recorded",
    subject: `member:${visit.number}`,
    detail: {
      reception: receptionId,
      store: store.name,
      order: orderNumber,
      ...(given && {
        sum: formatMoney(given.order.paid_minor, context.currency, "en"),
        points: given.done.points,
        waits: !given.alone,
      }),
    },
    address: visit.address,
  });
  return { ok: true, receptionId };
}

/** Notes what the invoice gave as given by one person, or asks for a second one. */
async function countByHand(
  tx: Db,
  { by, address, requestKey, day }: VisitToRecord,
  {
    done,
    alone,
    order,
    receptionId,
  }: {
    done: TypedOrderTaken;
    alone: boolean;
    order: ServiceOrderRequest;
    receptionId: number;
  },
  context: OrderImportContext,
): Promise<void> {
  const { memberId, points, entryId } = done;
  if (memberId === null) return;
  const gift: Gift = {
    kind: "visit",
    by,
    address,
    memberId,
    points,
    about: orderInFigures(
      { store: order.store, number: order.order_number, day, paidMinor: order.paid_minor },
      context,
    ),
    details: { receptionId, memberId, order },
    requestKey: `visit:${requestKey}`,
  };
  if (alone) await noteGiven(tx, gift, entryId);
  else await askSecondPerson(tx, gift, false);
}

/** A car that the member holds, or drives beside its holder. */
async function carOf(tx: Db, memberId: number, carId: number) {
  return tx.car.findFirst({
    where: {
      id: carId,
      holdings: {
        some: {
          endsAt: null,
          OR: [
            { memberId },
            { coDrivers: { some: { memberId, acceptedAt: { not: null }, endedAt: null } } },
          ],
        },
      },
    },
    include: {
      holdings: { where: { endsAt: null }, select: { member: { select: { personId: true } } } },
    },
  });
}

/** Today's invoice was settled just now; of an earlier one only the day is known. */
function settledAt(day: Day, { time, now }: OrderImportContext): string {
  return day === time.dayOf(now) ? now.toISOString() : day;
}

/** When an order of the same number can be this one: a workshop begins its numbers again. */
function nearTo(day: Day, time: ClubTime) {
  return {
    gte: time.startOfDay(addDays(day, -APART_DAYS)),
    lt: time.endOfDay(addDays(day, APART_DAYS)),
  };
}
