import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Actor } from "#app/modules/access/actor.ts";
import { overtakeOfVisit } from "#app/modules/adjustments/overtake.server.ts";
import { awardOf } from "#app/modules/ledger/entry-sql.server.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import { voidDeskReading } from "#app/modules/odometer/desk-reading.server.ts";
import { changeStatus } from "#app/modules/standing/change-status.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { OrderImportContext } from "./import-order-rows.server.ts";
import { orderImportContext } from "./import-service-orders.server.ts";
import { removeOrders } from "./imported-versions.server.ts";
import { misjudgedOrders, writeRejudged } from "./misjudged-orders.server.ts";
import { postAwards } from "./post-awards.server.ts";

export type VoidedVisit =
  /** `order`: what became of the order that was typed with it; null where none was. `points`: taken back. */
  | { ok: true; number: string; order: "gone" | "kept" | null; points: number }
  | { ok: false; refusal: "no-such-visit" | "voided-already" };

type Row = {
  member_id: number;
  number: string;
  car_id: number | null;
  day: Day;
  odometer_km: number | null;
  order_id: number | null;
  order_number: string | null;
  order_typed: boolean;
  store: string;
  recorded_by: number;
  voided_at: Date | null;
};

/**
 * Voids a visit that was recorded by mistake: it stays, struck through with its reason, and counts for nothing.
 *
 * Its reading leaves the car's log, an invoice of it that waits is asked for no more, and an order that was typed
 * with it goes with its points, unless the workshop's own row has named that order since or a claim ended in it:
 * then it is the workshop's order, and stays. What whoever recorded it gave that day still counts as given.
 *
 * @param voiding.reason in words, not empty.
 */
export async function voidVisit(
  voiding: Actor & { receptionId: number; reason: string },
): Promise<VoidedVisit> {
  const context = await orderImportContext();
  const { receptionId, reason, by, address } = voiding;
  return inRetriedTransaction<VoidedVisit>(async (tx) => {
    const [visit] = await tx.$queryRaw<Row[]>`
      select reception.member_id, member.number, reception.car_id, reception.visited_on::text as day,
        reception.odometer_km, reception.order_id, reception.order_number, reception.order_typed,
        store.name as store, reception.recorded_by, reception.voided_at
      from reception join member on member.id = reception.member_id
      join store on store.id = reception.store_id
      where reception.id = ${receptionId} for update of reception`;
    if (!visit) return { ok: false, refusal: "no-such-visit" };
    if (visit.voided_at) return { ok: false, refusal: "voided-already" };
    const points =
      visit.order_typed && visit.order_id !== null
        ? await takeTypedOrderBack(tx, visit.order_id, context)
        : null;
    const { car_id: carId, member_id: memberId, odometer_km: km, day } = visit;
    if (carId !== null && km !== null) {
      const reading = { carId, memberId, km, day, by: visit.recorded_by };
      await voidDeskReading(tx, reading, { by, reason });
    }
    await overtakeOfVisit(tx, receptionId);
    await tx.reception.update({
      where: { id: receptionId },
      data: { voidedAt: new Date(), voidedBy: by, voidReason: reason },
    });
    await writeAudit(tx, {
      personId: by,
      action: "visit.voided",
      subject: `member:${visit.number}`,
      detail: {
        reception: receptionId,
        store: visit.store,
        order: visit.order_number,
        points: points ?? 0,
        reason,
      },
      address,
    });
    const order = visit.order_typed ? (points === null ? "kept" : "gone") : null;
    return { ok: true, number: visit.number, order, points: points ?? 0 };
  });
}

type OrderRow = {
  revision: number;
  store: string;
  number: string;
  member_id: number | null;
  entry_id: bigint | null;
  points: bigint | null;
  status: bigint | null;
  counts_at: Date | null;
};

/**
 * Removes an order of which only the desk has spoken, with its award and what that changed of the member's gold.
 *
 * @returns the points that moved; null for an order that is left alone.
 */
async function takeTypedOrderBack(
  tx: Db,
  orderId: number,
  context: OrderImportContext,
): Promise<number | null> {
  const [order] = await tx.$queryRaw<OrderRow[]>`
    select o.revision, store.name as store, o.order_number as number, o.member_id,
      o.award_txn_id as entry_id, award.points, award.status, award.counts_at
    from service_order o join store on store.id = o.store_id
    left join lateral ${awardOf(Prisma.sql`o.award_txn_id`)} award on true
    where o.id = ${orderId}
    for update of o`;
  if (!order || (await isSpokenOf(tx, orderId, order))) return null;
  const { revision, entry_id, member_id: memberId } = order;
  const points = toPoints(order.points ?? 0);
  const gold = await changeStatus(
    tx,
    memberId === null || order.counts_at === null
      ? []
      : [{ memberId, points: -toPoints(order.status ?? 0), countsAt: order.counts_at }],
    context,
  );
  const rejudged = await misjudgedOrders(tx, [orderId], gold, context);
  const standing = await postAwards(tx, [
    {
      orderId,
      order,
      standing: entry_id === null ? null : toPoints(entry_id),
      steps: [{ revision: revision + 1, reason: "visit-voided", award: null }],
    },
    ...rejudged.map(({ moves }) => moves),
  ]);
  await writeRejudged(tx, rejudged, standing);
  await tx.$executeRaw`delete from service_order_version where order_id = ${orderId}`;
  await removeOrders(tx, [orderId]);
  return rejudged.reduce((sum, { change }) => sum + change, -points);
}

/** Whether somebody else than the desk has spoken of an order: the workshop's own row, or a claim that ended in it. */
async function isSpokenOf(
  tx: Db,
  orderId: number,
  { store, number }: { store: string; number: string },
): Promise<boolean> {
  const [row] = await tx.$queryRaw<[{ spoken: boolean }]>`
    select (select count(*) from service_order_version where order_id = ${orderId}) > 1
      or exists (select from points_claim where order_id = ${orderId} and state = 'granted')
      or exists (select from import_run run join import_row named on named.import_id = run.id
        where run.kind = 'service-orders' and not run.dry_run
          and run.reversal_state is distinct from 'finished'
          and named.outcome = 'unchanged' and named.subject = ${`${store} ${number}`}) as spoken`;
  return row.spoken;
}
