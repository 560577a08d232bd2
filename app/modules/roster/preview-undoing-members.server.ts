import { Prisma } from "#app/generated.server/prisma/client.ts";
import {
  type PreviewRow,
  type ReversalPreview,
  reversalPreview,
} from "#app/modules/imports/reversal-preview.ts";
import { livePoints } from "#app/modules/ledger/lots-sql.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { KEPT_BECAUSE } from "./kept-because.server.ts";

/** Looks at what a roll brought, without changing or locking anything. */
export async function previewUndoingMembers(db: Db, importId: number): Promise<ReversalPreview> {
  const [row] = await db.$queryRaw<PreviewRow[]>`
    with seen as materialized (
      select ${KEPT_BECAUSE} as because,
        ${livePoints(Prisma.sql`m.account_id`)} as points
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
  return reversalPreview(row);
}
