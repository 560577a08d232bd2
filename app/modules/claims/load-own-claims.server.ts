import { Prisma } from "#app/generated.server/prisma/client.ts";
import { storeNamed } from "#app/modules/club/store-sql.server.ts";
import { entryPoints } from "#app/modules/ledger/entry-sql.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { MOST_ROW_ID } from "#app/platform/row-id.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import type { ClaimState } from "./claim.ts";

/** A claim as its member sees it. */
export type OwnClaim = {
  id: number;
  orderNumber: string | null;
  store: InBoth | null;
  visitedOn: Day | null;
  state: ClaimState;
  /** ISO 8601 instants. An answer is due before `dueAt`. */
  filedAt: string;
  dueAt: string;
  decidedAt: string | null;
  overdue: boolean;
  /** Of a refusal: a rule's name (`ruleBehind`) or what somebody wrote. */
  reason: string | null;
  /** What it ended in, while the entry stands. */
  entry: { id: number; points: number } | null;
};

/** With what only its own page shows. */
export type OwnClaimPage = OwnClaim & {
  note: string | null;
  hasPhoto: boolean;
  filedByDesk: boolean;
  /** Whoever of the staff looks after it. */
  lookedAfterBy: string | null;
};

type Row = {
  id: number;
  order_number: string | null;
  store: InBoth | null;
  visited_on: Day | null;
  state: ClaimState;
  created_at: Date;
  due_at: Date;
  decided_at: Date | null;
  overdue: boolean;
  reason: string | null;
  entry_id: bigint | null;
  points: bigint | null;
  note: string | null;
  has_photo: boolean;
  by_desk: boolean;
  looked_after_by: string | null;
};

const COLUMNS = Prisma.sql`
  claim.id, claim.order_number, ${storeNamed()} as store, claim.visited_on::text, claim.state, claim.created_at,
  claim.due_at, claim.decided_at, claim.state = 'open' and claim.due_at <= now() as overdue, claim.reason,
  claim.entry_id, ${entryPoints(Prisma.sql`claim.entry_id`)} as points, claim.note,
  claim.photo_id is not null as has_photo, claim.filed_by <> member.person_id as by_desk,
  (select name from person where id = claim.owner_id) as looked_after_by`;

const FROM = Prisma.sql`
  from points_claim claim join member on member.id = claim.member_id
  left join store on store.id = claim.store_id`;

/** A page of a member's own claims, the latest first. */
export async function loadOwnClaims(
  db: Db,
  memberId: number,
  { before, limit }: { before: number | null; limit: number },
): Promise<{ claims: OwnClaim[]; olderBefore: number | null }> {
  const rows = await db.$queryRaw<Row[]>`
    select ${COLUMNS} ${FROM}
    where claim.member_id = ${memberId} and claim.id < ${before ?? MOST_ROW_ID}
    order by claim.id desc limit ${limit + 1}`;
  const claims = rows.slice(0, limit).map(readClaim);
  return { claims, olderBefore: rows.length > limit ? (claims.at(-1)?.id ?? null) : null };
}

/** One of a member's own claims; null where they have no such claim. */
export async function loadOwnClaim(
  db: Db,
  memberId: number,
  claimId: number,
): Promise<OwnClaimPage | null> {
  const [row] = await db.$queryRaw<Row[]>`
    select ${COLUMNS} ${FROM} where claim.id = ${claimId} and claim.member_id = ${memberId}`;
  if (!row) return null;
  return {
    ...readClaim(row),
    note: row.note,
    hasPhoto: row.has_photo,
    filedByDesk: row.by_desk,
    lookedAfterBy: row.looked_after_by,
  };
}

function readClaim(row: Row): OwnClaim {
  return {
    id: row.id,
    orderNumber: row.order_number,
    store: row.store,
    visitedOn: row.visited_on,
    state: row.state,
    filedAt: row.created_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    decidedAt: row.decided_at?.toISOString() ?? null,
    overdue: row.overdue,
    reason: row.reason,
    entry:
      row.entry_id === null ? null : { id: Number(row.entry_id), points: Number(row.points ?? 0) },
  };
}
