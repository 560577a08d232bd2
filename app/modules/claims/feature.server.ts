import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Feature } from "#app/modules/feature.ts";
import { answerArrivedClaims } from "./answer-arrived-claims.server.ts";
import { enteredAct } from "./enter-order.server.ts";
import { eraseClaims } from "./erase-claims.server.ts";
import { exportTables } from "./export-tables.server.ts";
import { linkedAct } from "./link-order.server.ts";

export const claimsFeature: Feature = {
  tasks: { "answer-claims": () => answerArrivedClaims() },
  schedule: [{ task: "answer-claims", cron: "*/10 * * * *" }],
  exportTables,
  handActs: [enteredAct, linkedAct],
  erasure: {
    erase: eraseClaims,
    remains: Prisma.sql`
      exists (select from points_claim where member_id = member.id and state = 'open')`,
  },
  waiting: [
    {
      name: "claims",
      permission: "claims.decide",
      kind: "queue",
      page: "/admin/claims",
      find: () => Prisma.sql`
        select jsonb_build_object('count', count(*), 'late', count(*) filter (where due_at < now()),
          'oldest', min(created_at))
        from points_claim where state = 'open'`,
    },
  ],
};
