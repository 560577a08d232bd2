import { loadClub } from "#app/modules/club/load-club.server.ts";
import type { Feature } from "#app/modules/feature.ts";
import { isLetterHour } from "#app/modules/letters/letter-hour.ts";
import { db } from "#app/platform/db.server.ts";
import { giveBirthdayPoints } from "./give-birthday-points.server.ts";

export const birthdaysFeature: Feature = {
  tasks: {
    "give-birthday-points": async () => {
      const { timeZone } = await loadClub();
      if (isLetterHour(new Date(), timeZone)) await giveBirthdayPoints(db());
    },
  },
  schedule: [{ task: "give-birthday-points", cron: "11 * * * *" }],
};
