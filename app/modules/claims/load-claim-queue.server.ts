import { Prisma } from "#app/generated.server/prisma/client.ts";
import { storeNamed } from "#app/modules/club/store-sql.server.ts";
import { APART_DAYS } from "#app/modules/service/order-match.ts";
import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { MOST_ROW_ID } from "#app/platform/row-id.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import type { ClaimState } from "./claim.ts";
import type { ClaimPlace, ClaimView } from "./claim-queue.ts";

/** A claim as the queue lists it. */
export type QueuedClaim = {
  id: number;
  memberNumber: string;
  memberName: string;
  orderNumber: string | null;
  store: InBoth | null;
  visitedOn: Day | null;
  hasPhoto: boolean;
  state: ClaimState;
  /** ISO 8601 instants. */
  filedAt: string;
  dueAt: string;
  overdue: boolean;
  /** An order of its number has come that is nobody's, or the member's: somebody should look at once. */
  arrived: boolean;
  lookedAfterBy: string | null;
};

export type ClaimQueue = {
  claims: QueuedClaim[];
  next: ClaimPlace | null;
  counts: { open: number; overdue: number; mine: number; unassigned: number };
};

type Row = {
  id: number;
  number: string;
  name: string;
  order_number: string | null;
  store: InBoth | null;
  visited_on: Day | null;
  has_photo: boolean;
  state: ClaimState;
  created_at: Date;
  due_at: Date;
  overdue: boolean;
  arrived: boolean;
  looked_after_by: string | null;
};

/**
 * A page of the claims that wait for an answer: those whose order has come first, then whichever is due
 * first. Answered ones are listed the latest first.
 */
export async function loadClaimQueue(
  db: Db,
  query: { view: ClaimView; after: ClaimPlace | null; staffId: number; limit: number },
): Promise<ClaimQueue> {
  const [rows, [counts]] = await Promise.all([
    query.view === "answered" ? loadAnswered(db, query) : loadOpen(db, query),
    db.$queryRaw<ClaimQueue["counts"][]>`
      select count(*)::int as open, count(*) filter (where due_at <= now())::int as overdue,
        count(*) filter (where owner_id = ${query.staffId})::int as mine,
        count(*) filter (where owner_id is null)::int as unassigned
      from points_claim where state = 'open'`,
  ]);
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined;
  return {
    claims: rows.slice(0, query.limit).map(readRow),
    next: last ? { arrived: last.arrived, dueAt: last.due_at, id: last.id } : null,
    counts: counts ?? { open: 0, overdue: 0, mine: 0, unassigned: 0 },
  };
}

type Page = { view: ClaimView; after: ClaimPlace | null; staffId: number; limit: number };

const SHOWN = Prisma.sql`
  claim.id, member.number, person.name, claim.order_number, ${storeNamed()} as store, claim.visited_on::text,
  claim.photo_id is not null as has_photo, claim.state, claim.created_at, claim.due_at,
  claim.state = 'open' and claim.due_at <= now() as overdue,
  (select name from person where id = claim.owner_id) as looked_after_by`;

const JOINED = Prisma.sql`
  join member on member.id = claim.member_id join person on person.id = member.person_id
  left join store on store.id = claim.store_id`;

function loadOpen(db: Db, { view, after, staffId, limit }: Page): Promise<Row[]> {
  const whose =
    view === "mine"
      ? Prisma.sql`and owner_id = ${staffId}`
      : view === "unassigned"
        ? Prisma.sql`and owner_id is null`
        : Prisma.empty;
  const from = after
    ? Prisma.sql`where (not claim.arrived, claim.due_at, claim.id)
        > (${!after.arrived}::boolean, ${after.dueAt}::timestamptz, ${after.id}::int)`
    : Prisma.empty;
  return db.$queryRaw<Row[]>`
    select ${SHOWN}, claim.arrived
    from (
      select points_claim.*, exists(
        select from store join service_order o
          on o.store_id = store.id and o.order_number = points_claim.order_number
        where (o.member_id is null or o.member_id = points_claim.member_id)
          and abs(o.settled_at::date - coalesce(points_claim.visited_on, points_claim.created_at::date))
            <= ${APART_DAYS}::int) as arrived
      from points_claim where state = 'open' ${whose}
    ) claim ${JOINED} ${from}
    order by not claim.arrived, claim.due_at, claim.id limit ${limit + 1}`;
}

function loadAnswered(db: Db, { after, limit }: Page): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    select ${SHOWN}, false as arrived
    from points_claim claim ${JOINED}
    where claim.state <> 'open' and claim.id < ${after?.id ?? MOST_ROW_ID}
    order by claim.id desc limit ${limit + 1}`;
}

function readRow(row: Row): QueuedClaim {
  return {
    id: row.id,
    memberNumber: row.number,
    memberName: row.name,
    orderNumber: row.order_number,
    store: row.store,
    visitedOn: row.visited_on,
    hasPhoto: row.has_photo,
    state: row.state,
    filedAt: row.created_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    overdue: row.overdue,
    arrived: row.arrived,
    lookedAfterBy: row.looked_after_by,
  };
}
