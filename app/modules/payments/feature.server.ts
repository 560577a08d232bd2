import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Feature } from "#app/modules/feature.ts";
import { erasePayments } from "./erase-payments.server.ts";
import { exportTables } from "./export-tables.server.ts";

export const paymentsFeature: Feature = {
  exportTables,
  erasure: {
    erase: erasePayments,
    remains: Prisma.sql`
      exists (select from payment where member_id = member.id and state = 'open')`,
  },
};
