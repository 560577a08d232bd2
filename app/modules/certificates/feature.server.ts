import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Feature } from "#app/modules/feature.ts";
import { eraseCertificates } from "./erase-certificates.server.ts";
import { exportTables } from "./export-tables.server.ts";

export const certificatesFeature: Feature = {
  exportTables,
  erasure: {
    erase: async (tx, { member }) => {
      if (member) await eraseCertificates(tx, member.id);
    },
    remains: Prisma.sql`exists (select from certificate
      join registration_person person on person.id = certificate.person_id
      join registration party on party.id = person.registration_id
      where party.member_id = member.id)`,
  },
};
