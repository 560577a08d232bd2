import { toPoints } from "#app/modules/ledger/points.ts";
import { KEPT_BECAUSE } from "#app/modules/roster/kept-because.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { ImportKind } from "./import-run.ts";

/** What taking an import back would do as things stand now. */
export type ReversalPreview = {
  /** Orders or members that would go. */
  removed: number;
  /** Orders or contact data that would be as before. */
  restored: number;
  /** What would be left alone. */
  kept: number;
  /** Points that go with what goes; those of restored orders are worked out when it is done. */
  points: number;
  /** Members who have them. */
  members: number;
  /** How many of them have been spent, and would be owed. */
  debt: number;
};

type Row = { [Key in keyof ReversalPreview]: bigint | number | null };

/** Looks at what an import brought, without changing or locking anything. */
export async function loadReversalPreview(
  db: Db,
  importId: number,
  kind: ImportKind,
): Promise<ReversalPreview> {
  const [row] = await (kind === "members" ? ofMembers : ofOrders)(db, importId);
  return {
    removed: toPoints(row?.removed ?? 0),
    restored: toPoints(row?.restored ?? 0),
    kept: toPoints(row?.kept ?? 0),
    points: toPoints(row?.points ?? 0),
    members: toPoints(row?.members ?? 0),
    debt: toPoints(row?.debt ?? 0),
  };
}

function ofOrders(db: Db, importId: number): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    with mine as materialized (
      select order_id, max(received_at) as last from service_order_version
      where import_id = ${importId} group by order_id
    ), later as materialized (
      select distinct r.subject
      from import_run u join import_row r on r.import_id = u.id and r.outcome = 'unchanged'
      where u.kind = 'service-orders' and u.id > ${importId} and not u.dry_run
        and u.reversal_state is distinct from 'finished'
    ), seen as materialized (
      select member.account_id, coalesce(award.amount, 0) as points,
        exists (select from service_order_version v
          where v.order_id = o.id and v.import_id is distinct from ${importId}) as before,
        exists (select from service_order_version v
            where v.order_id = o.id and v.import_id is distinct from ${importId} and v.received_at > mine.last)
          or exists (select from points_claim c where c.order_id = o.id and c.state = 'granted')
          or exists (select from later where subject = store.name || ' ' || o.order_number) as kept
      from mine
      join service_order o on o.id = mine.order_id
      join store on store.id = o.store_id
      left join member on member.id = o.member_id
      left join ledger.posting award on award.txn_id = o.award_txn_id
    ), taken as (
      select account_id, sum(points) as points from seen
      where not kept and not before and points > 0 group by account_id
    )
    select (select count(*) from seen where not kept and not before) as removed,
      (select count(*) from seen where not kept and before) as restored,
      (select count(*) from seen where kept) as kept,
      (select sum(points)::bigint from taken) as points,
      (select count(*) from taken) as members,
      (select sum(greatest(0, taken.points - coalesce(lots.points, 0)))::bigint
        from taken cross join lateral (
          select sum(remaining) as points from ledger.lot
          where account_id = taken.account_id and live) lots) as debt`;
}

function ofMembers(db: Db, importId: number): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    with seen as materialized (
      select ${KEPT_BECAUSE} as because,
        (select sum(lot.remaining) from ledger.lot where account_id = m.account_id and live) as points
      from member m join person p on p.id = m.person_id
      where m.import_id = ${importId}
    )
    select count(*) filter (where because is null) as removed,
      (select count(*) from contact_correction where import_id = ${importId}) as restored,
      count(*) filter (where because is not null) as kept,
      sum(points) filter (where because is null)::bigint as points,
      count(*) filter (where because is null and points > 0) as members,
      0 as debt
    from seen`;
}
