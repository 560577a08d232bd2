import { z } from "zod";
import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Feature } from "#app/modules/feature.ts";
import { RowId } from "#app/platform/row-id.ts";
import { FOLLOW_UP_DAYS } from "./follow-ups.ts";
import { assignNewLead } from "./give-turn.server.ts";
import { releaseLeads } from "./hand-over-leads.server.ts";
import { isTheirsToAsk, OWED } from "./load-follow-ups.server.ts";
import { IS_WORK } from "./load-lead-board.server.ts";

const AssignLead = z.object({ leadId: RowId });

export const pipelineFeature: Feature = {
  tasks: {
    "assign-lead": (payload) => assignNewLead(AssignLead.parse(payload).leadId),
  },
  erasure: {
    erase: (db, { personId }) => releaseLeads(db, { personId, by: null }),
  },
  waiting: [
    {
      name: "leads",
      permission: "leads.work",
      kind: "queue",
      page: "/admin/leads",
      // One's own; an admin, who has none, sees everybody's.
      find: (by) => Prisma.sql`
        select jsonb_build_object('count', count(*), 'late', count(*), 'oldest', min(lead.next_due_at))
        from lead where ${IS_WORK} and lead.next_due_at <= now() and (lead.consultant_id = ${by}
          or exists (select from role_grant where person_id = ${by} and role = 'admin'))`,
    },
    {
      name: "leadsAfterSale",
      permission: "leads.work",
      kind: "queue",
      page: "/admin/leads/after-sale",
      // By days alone, which a holiday puts off by a day or two: the page knows the calendar.
      find: (by) => Prisma.sql`
        select jsonb_build_object('count', count(*), 'oldest', min(lead.delivered_at))
        from lead where ${OWED} and ${isTheirsToAsk(by)} and lead.delivered_at > now() - interval '150 days'
          and exists (select from unnest(${[...FOLLOW_UP_DAYS]}::int[]) as asked (day)
            where lead.delivered_at + make_interval(days => asked.day) <= now()
              and not exists (select from lead_follow_up answered where answered.lead_id = lead.id
                and answered.delivered_at = lead.delivered_at and answered.day >= asked.day))`,
    },
    {
      name: "leadsUnassigned",
      permission: "leads.work",
      kind: "queue",
      page: "/admin/leads?show=unassigned",
      find: () => Prisma.sql`
        select jsonb_build_object('count', count(*), 'oldest', min(lead.created_at))
        from lead where ${IS_WORK} and lead.consultant_id is null`,
    },
    {
      name: "leadsInReview",
      permission: "leads.review",
      kind: "queue",
      page: "/admin/leads/review",
      find: () => Prisma.sql`
        select jsonb_build_object('count', count(*), 'oldest', min(created_at))
        from lead where review = 'waiting' and ended is null`,
    },
    {
      name: "leadAppeals",
      permission: "leads.review",
      kind: "queue",
      page: "/admin/leads/review",
      find: () => Prisma.sql`
        select jsonb_build_object('count', count(*), 'oldest', min(created_at))
        from lead_appeal where state = 'open'`,
    },
  ],
};
