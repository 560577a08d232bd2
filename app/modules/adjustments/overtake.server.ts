import type { Db } from "#app/platform/db.server.ts";

/** Closes what waits for a claim that has been answered otherwise. */
export async function overtakeOfClaim(db: Db, claimId: number): Promise<void> {
  await db.$executeRaw`
    update adjustment_request set state = 'overtaken', decided_at = now()
    where state = 'waiting' and kind in ('claim-entered', 'claim-linked')
      and details ->> 'claimId' = ${String(claimId)}`;
}

/** Closes what waits for a visit that was recorded by mistake. */
export async function overtakeOfVisit(db: Db, receptionId: number): Promise<void> {
  await db.$executeRaw`
    update adjustment_request set state = 'overtaken', decided_at = now()
    where state = 'waiting' and kind = 'visit' and details ->> 'receptionId' = ${String(receptionId)}`;
}

/**
 * Closes what waits for visits whose invoice the workshop's own row has brought: it has earned by that. The job
 * `overtake-visits`; approving such a request in between books nothing either.
 *
 * @param apartDays so many days apart two orders of one number are two: a workshop begins its numbers again.
 */
export async function overtakeVisits(db: Db, apartDays: number): Promise<number> {
  return db.$executeRaw`
    update adjustment_request set state = 'overtaken', decided_at = now()
    where state = 'waiting' and kind = 'visit' and exists (
      select from store join service_order o on o.store_id = store.id
      where store.name = details -> 'order' ->> 'store'
        and o.order_number = details -> 'order' ->> 'order_number'
        and abs(extract(epoch from o.settled_at - (details -> 'order' ->> 'settled_at')::timestamptz))
          <= (${apartDays}::int + 1) * 86400)`;
}
