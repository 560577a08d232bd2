import { Prisma } from "#app/generated.server/prisma/client.ts";
import { entryPoints, isEntryPending } from "#app/modules/ledger/entry-sql.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** What came of a visit that was just recorded. */
export type VisitNews = {
  /** False while its order has not come: there is nothing to earn from yet. */
  hasOrder: boolean;
  /** Points of the award that stands; 0 where the order earns none. */
  points: number;
  /** They wait until the account is settled. */
  pending: boolean;
  /** Points of an invoice that waits for a second person or the workshop's own row; null where none does. */
  waits: number | null;
  /** The number of another member whose car, and so whose order, it is; null for their own. */
  others: string | null;
  /** The car was nobody's on that day: the order is kept, and earned nothing. */
  nobodys: boolean;
};

const AWARD = Prisma.sql`visit.award_txn_id`;

/** @returns null where there is no such visit of this member. */
export async function loadRecordedVisit(
  db: Db,
  number: string,
  receptionId: number,
): Promise<VisitNews | null> {
  const [row] = await db.$queryRaw<VisitNews[]>`
    select visit.id is not null as "hasOrder", owner.number as others,
      visit.id is not null and visit.member_id is null as nobodys,
      coalesce(${entryPoints(AWARD)}, 0)::int as points,
      ${isEntryPending(AWARD)} as pending,
      (select points from adjustment_request
        where kind = 'visit' and state = 'waiting' and details ->> 'receptionId' = reception.id::text) as waits
    from reception
    join member on member.id = reception.member_id
    left join service_order visit on visit.id = reception.order_id
    left join member owner on owner.id = visit.member_id and owner.id <> member.id
    where reception.id = ${receptionId} and member.number = ${number}`;
  return row ?? null;
}
