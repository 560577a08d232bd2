import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Feature } from "#app/modules/feature.ts";
import { eraseAdjustments } from "./erase-adjustments.server.ts";
import { exportTables } from "./export-tables.server.ts";

/** Within so many days the workshop's file brings the invoice of a visit, and nobody need answer. */
const FILE_COMES_WITHIN_DAYS = 3;

export const adjustmentsFeature: Feature = {
  exportTables,
  erasure: { erase: eraseAdjustments },
  waiting: [
    {
      name: "approvals",
      permission: "adjustments.approve",
      kind: "queue",
      page: "/admin/approvals",
      // One of their own asking, or on their own account, is not theirs to approve.
      find: (by) => Prisma.sql`
        select jsonb_build_object('count', count(*), 'late', 0, 'oldest', min(requested_at))
        from adjustment_request
        where state = 'waiting' and requested_by <> ${by} and (kind <> 'visit'
            or requested_at < now() - make_interval(days => ${FILE_COMES_WITHIN_DAYS}::int))
          and member_id not in (select id from member where person_id = ${by})`,
    },
  ],
};
