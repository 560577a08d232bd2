import { z } from "zod";
import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Feature } from "#app/modules/feature.ts";
import { LOCALES } from "#app/platform/words/locale.ts";
import { closeAccounts } from "./close-accounts.server.ts";
import { erasePerson } from "./erase-person.server.ts";
import { exportTables } from "./export-tables.server.ts";
import { makeDataExport } from "./make-data-export.server.ts";
import { sweepExports } from "./sweep-exports.server.ts";

const MakeDataExport = z.object({ exportId: z.int(), locale: z.enum(LOCALES) });

export const accountFeature: Feature = {
  tasks: {
    "close-accounts": (_payload, _job, { erasures }) => closeAccounts(erasures),
    "make-data-export": (payload, { lastAttempt }, house) =>
      makeDataExport(MakeDataExport.parse(payload), house.exportTables, lastAttempt),
  },
  schedule: [{ task: "close-accounts", cron: "7 * * * *" }],
  sweeps: [sweepExports],
  exportTables,
  erasure: {
    erase: erasePerson,
    remains: Prisma.sql`(exists (select from family_member where member_id = member.id)
      or exists (select from emergency_contact where member_id = member.id))`,
  },
};
