import { Prisma } from "#app/generated.server/prisma/client.ts";
import { PERMISSIONS } from "#app/modules/access/permissions.ts";
import { storeNamed } from "#app/modules/club/store-sql.server.ts";
import { entryPoints } from "#app/modules/ledger/entry-sql.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import type { ClaimState } from "./claim.ts";

/** A claim as whoever answers it sees it. */
export type ClaimPage = {
  id: number;
  memberId: number;
  memberNumber: string;
  memberName: string;
  /** The one who asks is the member: they decide nothing here. */
  isOwn: boolean;
  orderNumber: string | null;
  storeId: number | null;
  store: InBoth | null;
  visitedOn: Day | null;
  note: string | null;
  hasPhoto: boolean;
  state: ClaimState;
  /** ISO 8601 instants. */
  filedAt: string;
  filedBy: string | null;
  dueAt: string;
  overdue: boolean;
  lookedAfterBy: { id: number; name: string } | null;
  decidedAt: string | null;
  /** Null where it was the member, or the order's coming. */
  decidedBy: string | null;
  reason: string | null;
  entry: { id: number; points: number } | null;
  /** An answer that waits for a second person: how many points, and who gave it. */
  waits: { points: number; askedBy: string } | null;
  cars: {
    id: number;
    plate: string | null;
    vin: string | null;
    model: string | null;
    held: boolean;
  }[];
  /** Who could look after it. */
  colleagues: { id: number; name: string }[];
};

type Row = Omit<ClaimPage, "filedAt" | "dueAt" | "decidedAt" | "entry"> & {
  filedAt: Date;
  dueAt: Date;
  decidedAt: Date | null;
  entryId: bigint | null;
  points: bigint | null;
};

/** A claim with the member's cars and whoever could look after it; null where there is none. */
export async function loadClaimPage(
  db: Db,
  claimId: number,
  staffId: number,
): Promise<ClaimPage | null> {
  const deciders = [...PERMISSIONS["claims.decide"]];
  const [row] = await db.$queryRaw<Row[]>`
    select claim.id, claim.member_id as "memberId", member.number as "memberNumber",
      person.name as "memberName", member.person_id = ${staffId} as "isOwn",
      claim.order_number as "orderNumber", claim.store_id as "storeId", ${storeNamed()} as store,
      claim.visited_on::text as "visitedOn", claim.note, claim.photo_id is not null as "hasPhoto",
      claim.state, claim.created_at as "filedAt", claim.due_at as "dueAt",
      claim.state = 'open' and claim.due_at <= now() as overdue,
      (select name from person where id = claim.filed_by and id <> member.person_id) as "filedBy",
      (select json_build_object('id', id, 'name', name) from person where id = claim.owner_id)
        as "lookedAfterBy",
      claim.decided_at as "decidedAt",
      (select name from person where id = claim.decided_by and id <> member.person_id) as "decidedBy",
      claim.reason, claim.entry_id as "entryId",
      ${entryPoints(Prisma.sql`claim.entry_id`)} as points,
      (select json_build_object('points', asked.points,
          'askedBy', (select name from person where id = asked.requested_by))
        from adjustment_request asked
        where asked.state = 'waiting' and asked.kind in ('claim-entered', 'claim-linked')
          and asked.details ->> 'claimId' = claim.id::text) as waits,
      (select coalesce(json_agg(json_build_object('id', car.id, 'plate', car.plate, 'vin', car.vin,
          'model', car.model, 'held', held.held) order by held.held desc, car.id), '[]')
        from (select car_id, bool_or(ends_at is null) as held from car_holding
              where member_id = claim.member_id group by car_id) held
        join car on car.id = held.car_id) as cars,
      (select coalesce(json_agg(json_build_object('id', id, 'name', name) order by name, id), '[]')
        from person colleague
        where closed_at is null and id <> member.person_id and exists(select from role_grant
          where person_id = colleague.id and role = any(${deciders}::text[]))) as colleagues
    from points_claim claim
    join member on member.id = claim.member_id join person on person.id = member.person_id
    left join store on store.id = claim.store_id
    where claim.id = ${claimId}`;
  if (!row) return null;
  const { entryId, points, filedAt, dueAt, decidedAt, ...shown } = row;
  return {
    ...shown,
    filedAt: filedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    entry: entryId === null ? null : { id: Number(entryId), points: Number(points ?? 0) },
  };
}
