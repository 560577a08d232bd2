import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Feature } from "#app/modules/feature.ts";
import { LOW_GIFTS } from "./low-stock-sql.server.ts";
import { warnOfLowStock } from "./warn-of-low-stock.server.ts";

export const stockFeature: Feature = {
  tasks: { "warn-of-low-stock": () => warnOfLowStock() },
  schedule: [{ task: "warn-of-low-stock", cron: "*/10 * * * *" }],
  waiting: [
    {
      name: "lowStock",
      permission: "gifts.keep",
      kind: "queue",
      page: "/admin/stock?show=low",
      find: () => Prisma.sql`
        select jsonb_build_object('count', count(*)) from (${LOW_GIFTS}) low`,
    },
  ],
};
