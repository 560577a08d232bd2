import { toPoints } from "#app/modules/ledger/points.ts";
import { changeStatus } from "#app/modules/standing/change-status.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { misjudgedOrders, writeRejudged } from "./misjudged-orders.server.ts";
import {
  awardEntry,
  type Holder,
  type JudgedOrderRow,
  type JudgingContext,
  judgedOrder,
  judgeFor,
} from "./order-award.ts";
import { type OrderMoves, postAwards } from "./post-awards.server.ts";

/** Which orders become whose. */
export type Adoption = {
  carId: number;
  memberId: number;
  /** From when the car's orders are theirs: it was nobody's since. */
  from: Date;
  /** The first instant at which they are theirs no more; null while they hold the car. */
  until?: Date | null;
  /** From when those orders earn; what is older is history alone. */
  earnsFrom: Date;
};

export type Adopted = {
  orders: number;
  /** What was earned, waiting points and other orders' change of tier included. */
  points: number;
};

/** An order to be judged for the member whose it has become. */
export type AdoptedRow = JudgedOrderRow & { id: number; revision: number };

type Row = AdoptedRow & { state: string };

/**
 * Gives a car's orders that belong to nobody to its new holder: they are their history at once, and the
 * late ones earn, judged and booked as an import would have, status points and the gold they bring included.
 *
 * Runs in the caller's transaction, which holds the car. What belongs to somebody is left alone, so doing it
 * again does nothing.
 */
export async function adoptOrders(
  db: Db,
  { carId, memberId, from, until = null, earnsFrom }: Adoption,
  context: JudgingContext,
): Promise<Adopted> {
  const rows = await lockNobodysOrders(db, carId, from, until);
  if (rows.length === 0) return { orders: 0, points: 0 };
  await db.serviceOrder.updateMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    data: { carId, memberId, updatedAt: new Date() },
  });
  const late = rows.filter((row) => row.state === "settled" && row.settled_at >= earnsFrom);
  if (late.length === 0) return { orders: rows.length, points: 0 };
  return { orders: rows.length, points: await judgeAdopted(db, late, memberId, context) };
}

/**
 * Lets orders earn that came with a car as history alone: its holder's, from a day on, that have earned nothing.
 * Runs in the caller's transaction, which holds the car.
 *
 * @returns the points that were earned.
 */
export async function earnAdopted(
  db: Db,
  { carId, memberId, from }: Pick<Adoption, "carId" | "memberId" | "from">,
  context: JudgingContext,
): Promise<number> {
  const rows = await db.$queryRaw<Row[]>`
    select o.id, o.revision, o.state, store.name as store, o.order_number as number, o.settled_at, o.plate,
      o.model, o.kind, o.paid_minor, o.refunded_minor, o.payer
    from service_order o join store on store.id = o.store_id
    where o.car_id = ${carId} and o.member_id = ${memberId} and o.settled_at >= ${from}
      and o.state = 'settled' and o.award_txn_id is null
    order by o.id
    for update of o`;
  return rows.length === 0 ? 0 : judgeAdopted(db, rows, memberId, context);
}

/**
 * Judges and books orders that have just become somebody's and have earned nothing yet.
 *
 * @param rows locked by the caller's transaction.
 * @returns the points that were earned.
 */
export async function judgeAdopted(
  db: Db,
  rows: AdoptedRow[],
  memberId: number,
  context: JudgingContext,
): Promise<number> {
  const holder = await loadHolder(db, memberId);
  const orders = rows.map((row) => ({ row, order: judgedOrder(row, context.time) }));
  const gold = await changeStatus(
    db,
    // Status points are the base points: they do not depend on the tier that is asked for.
    orders.map(({ order }) => ({
      memberId,
      points: judgeFor(order, holder, [], context).status,
      countsAt: order.settledAt,
    })),
    context,
  );
  const periods = gold.get(memberId)?.periods ?? [];
  let points = 0;
  const moves = orders.map(({ row, order }): OrderMoves => {
    const judgement = judgeFor(order, holder, periods, context);
    points += judgement.points;
    const revision = row.revision + 1;
    const award = awardEntry(row.id, revision, order, holder, judgement, null, context);
    // Nothing stood before, so nothing is taken back and no reason is ever given.
    const steps = [{ revision, reason: "order-corrected" as const, award }];
    return { orderId: row.id, order, standing: null, steps };
  });
  const ids = rows.map(({ id }) => id);
  const rejudged = await misjudgedOrders(db, ids, gold, context);
  const standing = await postAwards(db, [...moves, ...rejudged.map((each) => each.moves)]);
  await writeRejudged(db, rejudged, standing);
  const awarded = rows.map(({ id, revision }) => ({
    id,
    revision: revision + 1,
    award: standing.get(id) ?? null,
  }));
  await db.$executeRaw`
    update service_order set award_txn_id = o.award, revision = o.revision
    from json_to_recordset(${JSON.stringify(awarded)}::json) as o (id int, revision int, award bigint)
    where service_order.id = o.id`;
  return rejudged.reduce((sum, { change }) => sum + change, points);
}

/**
 * Gives one order that belongs to nobody to a member, whatever its car: somebody of the desk has seen the
 * invoice. It is judged and booked as an import would have, with the status points and the gold they bring.
 *
 * Runs in the caller's transaction. An order that has become somebody's since is left alone.
 *
 * @returns the entry of its award, and all the points that moved, those of other orders' change of tier included;
 *   null where it earned nothing or was no longer there to be given.
 */
export async function giveOrder(
  db: Db,
  { orderId, memberId }: { orderId: number; memberId: number },
  context: JudgingContext,
): Promise<{ entryId: number; points: number } | null> {
  const rows = await db.$queryRaw<AdoptedRow[]>`
    select o.id, o.revision, store.name as store, o.order_number as number, o.settled_at, o.plate,
      o.model, o.kind, o.paid_minor, o.refunded_minor, o.payer
    from service_order o join store on store.id = o.store_id
    where o.id = ${orderId} and o.member_id is null and o.state = 'settled'
    for update of o`;
  if (rows.length === 0) return null;
  await db.serviceOrder.update({
    where: { id: orderId },
    data: { memberId, updatedAt: new Date() },
    select: { id: true },
  });
  const points = await judgeAdopted(db, rows, memberId, context);
  const { awardTxnId } = await db.serviceOrder.findUniqueOrThrow({
    where: { id: orderId },
    select: { awardTxnId: true },
  });
  return awardTxnId === null ? null : { entryId: toPoints(awardTxnId), points };
}

/** By what the orders name the car: those that came before it was known here have no other tie to it. */
function lockNobodysOrders(db: Db, carId: number, from: Date, until: Date | null): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    select o.id, o.revision, o.state, store.name as store, o.order_number as number, o.settled_at, o.plate,
      o.model, o.kind, o.paid_minor, o.refunded_minor, o.payer
    from car
    join service_order o on o.car_id = car.id or o.car_id is null
      and (o.vin = car.vin or o.written_vin = car.vin or o.plate = car.plate and (o.vin is null or car.vin is null))
    join store on store.id = o.store_id
    where car.id = ${carId} and o.member_id is null and o.settled_at >= ${from}
      and (${until}::timestamptz is null or o.settled_at < ${until})
    order by o.id
    for update of o`;
}

async function loadHolder(db: Db, memberId: number): Promise<Holder> {
  const member = await db.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { number: true, accountId: true, programme: true },
  });
  return {
    memberId,
    memberNumber: member.number,
    accountId: toPoints(member.accountId),
    programme: member.programme,
  };
}
