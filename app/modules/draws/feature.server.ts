import { z } from "zod";
import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Feature } from "#app/modules/feature.ts";
import { exportTables } from "./export-tables.server.ts";
import { eraseEntries } from "./own-draws.server.ts";
import { tellEntrants } from "./tell-entrants.server.ts";

const EntrantsJob = z.object({ drawId: z.int() });

export const drawsFeature: Feature = {
  exportTables,
  tasks: { "tell-entrants": (payload) => tellEntrants(EntrantsJob.parse(payload).drawId) },
  erasure: {
    erase: async (tx, { member }) => {
      if (member) await eraseEntries(tx, member.id);
    },
    remains: Prisma.sql`(exists (select from draw_entry where member_id = member.id)
      or exists (select from prize_turn where member_id = member.id))`,
  },
  waiting: [
    {
      name: "draws",
      permission: "draws.keep",
      kind: "queue",
      page: "/admin/draws",
      find: () => Prisma.sql`
        select jsonb_build_object('count', count(*), 'oldest', min(value_due_at))
        from draw where state = 'frozen' and value_due_at <= now()`,
    },
  ],
};
