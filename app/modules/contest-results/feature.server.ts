import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Feature } from "#app/modules/feature.ts";
import { exportTables } from "./export-tables.server.ts";

export const contestResultsFeature: Feature = {
  exportTables,
  erasure: {
    // Places and prizes stand by the numbers of entries, which the contests let go of; here are only the names to show.
    erase: async (tx, { member, personId }) => {
      if (!member) return;
      await tx.contestName.deleteMany({
        where: {
          OR: [{ entry: { registration: { memberId: member.id } } }, { namedBy: personId }],
        },
      });
    },
    remains: Prisma.sql`exists (select from contest_name named
      join contest_entry entry on entry.id = named.entry_id
      left join registration on registration.id = entry.registration_id
      where registration.member_id = member.id or named.named_by = member.person_id)`,
  },
};
