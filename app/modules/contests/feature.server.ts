import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Feature } from "#app/modules/feature.ts";
import { exportTables } from "./export-tables.server.ts";
import { eraseEntries } from "./own-entries.server.ts";

export const contestsFeature: Feature = {
  exportTables,
  erasure: {
    erase: async (tx, { member }) => {
      if (member) await eraseEntries(tx, member.id);
    },
    remains: Prisma.sql`exists (select from contest_entry entry
      join registration party on party.id = entry.registration_id where party.member_id = member.id)`,
  },
};
