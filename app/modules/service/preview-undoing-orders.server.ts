import { Prisma } from "#app/generated.server/prisma/client.ts";
import {
  type PreviewRow,
  type ReversalPreview,
  reversalPreview,
} from "#app/modules/imports/reversal-preview.ts";
import { POINTS_BY_ENTRY } from "#app/modules/ledger/entry-sql.server.ts";
import { livePoints } from "#app/modules/ledger/lots-sql.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Looks at what an import of orders brought, without changing or locking anything. */
export async function previewUndoingOrders(db: Db, importId: number): Promise<ReversalPreview> {
  const [row] = await db.$queryRaw<PreviewRow[]>`
    with mine as materialized (
      select order_id, max(received_at) as last from service_order_version
      where import_id = ${importId} group by order_id
    ), later as materialized (
      select distinct r.subject
      from import_run u join import_row r on r.import_id = u.id and r.outcome = 'unchanged'
      where u.kind = 'service-orders' and u.id > ${importId} and not u.dry_run
        and u.reversal_state is distinct from 'finished'
    ), seen as materialized (
      select member.account_id, coalesce(award.points, 0) as points,
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
      left join ${POINTS_BY_ENTRY} award on award.entry_id = o.award_txn_id
    ), taken as (
      select account_id, sum(points) as points from seen
      where not kept and not before and points > 0 group by account_id
    )
    select (select count(*) from seen where not kept and not before) as removed,
      (select count(*) from seen where not kept and before) as restored,
      (select count(*) from seen where kept) as kept,
      (select sum(points)::bigint from taken) as points,
      (select count(*) from taken) as members,
      (select sum(greatest(0,
          taken.points - coalesce(${livePoints(Prisma.sql`taken.account_id`)}, 0)))::bigint
        from taken) as debt`;
  return reversalPreview(row);
}
