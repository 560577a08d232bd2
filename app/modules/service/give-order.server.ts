import { toPoints } from "#app/modules/ledger/points.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type AdoptedRow, judgeAdopted } from "./adopt-orders.server.ts";
import type { JudgingContext } from "./order-award.ts";

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
