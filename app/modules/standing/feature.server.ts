import { loadClub } from "#app/modules/club/load-club.server.ts";
import type { Feature } from "#app/modules/feature.ts";
import { isLetterHour } from "#app/modules/letters/letter-hour.ts";
import { db } from "#app/platform/db.server.ts";
import { eraseGold } from "./erase-gold.server.ts";
import { exportTables } from "./export-tables.server.ts";
import { tellOfTiers } from "./tell-of-tiers.server.ts";

export const standingFeature: Feature = {
  tasks: {
    "tell-of-tiers": async () => {
      const { timeZone } = await loadClub();
      if (isLetterHour(new Date(), timeZone)) await tellOfTiers(db());
    },
  },
  schedule: [{ task: "tell-of-tiers", cron: "23 * * * *" }],
  exportTables,
  erasure: { erase: eraseGold },
};
