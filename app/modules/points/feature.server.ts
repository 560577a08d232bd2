import { loadClub } from "#app/modules/club/load-club.server.ts";
import type { Feature } from "#app/modules/feature.ts";
import { lapseDue } from "#app/modules/ledger/lapse-due.server.ts";
import { sealLedger } from "#app/modules/ledger/seal-ledger.server.ts";
import { isLetterHour } from "#app/modules/letters/letter-hour.ts";
import { db } from "#app/platform/db.server.ts";
import { exportTables } from "./export-tables.server.ts";
import { remindOfLapsingPoints } from "./remind-of-lapsing-points.server.ts";

/** The ledger knows no other module: what it has to have done by itself is set going here. */
export const pointsFeature: Feature = {
  tasks: {
    "lapse-points": () => lapseDue(db()),
    "seal-ledger": () => sealLedger(db()),
    "remind-of-lapsing-points": async () => {
      const { timeZone } = await loadClub();
      if (isLetterHour(new Date(), timeZone)) await remindOfLapsingPoints(db());
    },
  },
  schedule: [
    { task: "seal-ledger", cron: "*/5 * * * *" },
    { task: "lapse-points", cron: "4 * * * *" },
    { task: "remind-of-lapsing-points", cron: "17 * * * *" },
  ],
  exportTables,
};
