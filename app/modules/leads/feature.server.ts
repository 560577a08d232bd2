import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Feature } from "#app/modules/feature.ts";
import { eraseLeads } from "./erase-leads.server.ts";
import { exportTables } from "./export-tables.server.ts";
import { sweepLeads } from "./sweep-leads.server.ts";

export const leadsFeature: Feature = {
  sweeps: [sweepLeads],
  exportTables,
  erasure: {
    erase: eraseLeads,
    remains: Prisma.sql`exists (select from lead where referrer_id = person.id)`,
  },
};
