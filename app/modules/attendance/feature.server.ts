import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Feature } from "#app/modules/feature.ts";
import { forgetObjections } from "#app/modules/parties/object-to-delay.server.ts";
import { closeEvents } from "./close-events.server.ts";
import { exportTables } from "./export-tables.server.ts";

export const attendanceFeature: Feature = {
  tasks: { "close-events": () => closeEvents() },
  schedule: [{ task: "close-events", cron: "7 * * * *" }],
  exportTables,
  erasure: {
    erase: async (tx, { member }) => {
      if (member) await forgetObjections(tx, member.id);
    },
    remains: Prisma.sql`exists (select from early_access_delay
      where member_id = member.id and objection is not null)`,
  },
  waiting: [
    {
      name: "objections",
      permission: "events.keep",
      kind: "queue",
      page: "/admin/events/objections",
      find: () => Prisma.sql`
        select jsonb_build_object('count', count(*), 'oldest', min(objected_at))
        from early_access_delay where objected_at is not null and answered_at is null`,
    },
  ],
};
