import type { OrderInFigures } from "#app/modules/visits/typed-order.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** @returns null where there is no such order. */
export async function loadOrderInFigures(db: Db, orderId: number): Promise<OrderInFigures | null> {
  const [row] = await db.$queryRaw<OrderInFigures[]>`
    select store.name as store, o.order_number as number,
      (o.settled_at at time zone (select time_zone from club))::date::text as day,
      o.paid_minor as "paidMinor"
    from service_order o join store on store.id = o.store_id where o.id = ${orderId}`;
  return row ?? null;
}
