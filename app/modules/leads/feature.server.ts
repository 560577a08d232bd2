import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import type { Feature } from "#app/modules/feature.ts";
import { isLetterHour } from "#app/modules/letters/letter-hour.ts";
import { eraseLeads } from "./erase-leads.server.ts";
import { exportTables } from "./export-tables.server.ts";
import { remindOfHolds } from "./remind-of-holds.server.ts";
import { sweepLeads } from "./sweep-leads.server.ts";

export const leadsFeature: Feature = {
  tasks: {
    "remind-of-holds": async () => {
      const { timeZone } = await loadClub();
      if (isLetterHour(new Date(), timeZone)) await remindOfHolds();
    },
  },
  schedule: [{ task: "remind-of-holds", cron: "17 * * * *" }],
  sweeps: [sweepLeads],
  exportTables,
  erasure: {
    erase: eraseLeads,
    remains: Prisma.sql`exists (select from lead where referrer_id = person.id)`,
  },
};
