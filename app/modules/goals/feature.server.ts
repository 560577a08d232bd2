import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import type { Feature } from "#app/modules/feature.ts";
import { isLetterHour } from "#app/modules/letters/letter-hour.ts";
import { exportTables } from "./export-tables.server.ts";
import { sweepGoals } from "./sweep-goals.server.ts";
import { tellSavers } from "./tell-savers.server.ts";

export const goalsFeature: Feature = {
  tasks: {
    "tell-savers": async () => {
      const { timeZone } = await loadClub();
      if (isLetterHour(new Date(), timeZone)) await tellSavers();
    },
  },
  schedule: [{ task: "tell-savers", cron: "23 * * * *" }],
  sweeps: [sweepGoals],
  exportTables,
  erasure: {
    erase: async (db, { member }) => {
      if (member) await db.giftGoal.deleteMany({ where: { memberId: member.id } });
    },
    remains: Prisma.sql`exists (select from gift_goal where member_id = member.id)`,
  },
};
