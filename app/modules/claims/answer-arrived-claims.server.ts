import { toPoints } from "#app/modules/ledger/points.ts";
import { APART_DAYS } from "#app/modules/service/order-match.ts";
import { db } from "#app/platform/db.server.ts";
import { answerClaim } from "./answer-claim.server.ts";

type Row = { id: number; owner_id: number | null; order_id: number; entry_id: bigint };

const BATCH_SIZE = 100;

/**
 * Answers open claims whose order has come since, for the member's own car, and has its award: the claim
 * names that entry. Nothing is judged or given here; whatever leaves a doubt waits for the desk, at the top of
 * its queue. The job `answer-claims`; safe to run at any time, and twice.
 *
 * @returns how many were answered.
 */
export async function answerArrivedClaims(): Promise<number> {
  return db().$transaction(async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      select claim.id, claim.owner_id, found.order_id, found.entry_id
      from points_claim claim
      cross join lateral (
        select min(o.id) as order_id, min(o.award_txn_id) as entry_id
        from store
        join service_order o on o.store_id = store.id and o.order_number = claim.order_number
        where o.member_id = claim.member_id and o.state = 'settled' and o.award_txn_id is not null
          and store.id = coalesce(claim.store_id, store.id)
          -- Workshops begin their numbers again: last year's order is not the one that is missing.
          and abs(o.settled_at::date - coalesce(claim.visited_on, claim.created_at::date)) <= ${APART_DAYS}::int
        having count(*) = 1
      ) found
      where claim.state = 'open' and claim.order_number is not null
      order by claim.id limit ${BATCH_SIZE}
      for no key update of claim skip locked`;
    for (const { id, owner_id: ownerId, order_id: orderId, entry_id } of rows) {
      const entryId = toPoints(entry_id);
      await answerClaim(tx, { id, ownerId }, { state: "granted", orderId, entryId }, null);
    }
    return rows.length;
  });
}
