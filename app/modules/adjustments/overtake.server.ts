import type { Db } from "#app/platform/db.server.ts";

/** Closes what waits for a claim that has been answered otherwise. */
export async function overtakeOfClaim(db: Db, claimId: number): Promise<void> {
  await db.$executeRaw`
    update adjustment_request set state = 'overtaken', decided_at = now()
    where state = 'waiting' and kind in ('claim-entered', 'claim-linked')
      and details ->> 'claimId' = ${String(claimId)}`;
}

/**
 * Closes what waits for visits whose invoice the workshop's own row has brought: it has earned by that. The job
 * `overtake-visits`; approving such a request in between books nothing either.
 */
export async function overtakeVisits(db: Db): Promise<number> {
  return db.$executeRaw`
    update adjustment_request set state = 'overtaken', decided_at = now()
    where state = 'waiting' and kind = 'visit' and exists (
      select from service_order o where o.store_id = (details ->> 'storeId')::int
        and o.order_number = details -> 'order' ->> 'order_number')`;
}
