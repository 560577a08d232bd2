import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Feature } from "#app/modules/feature.ts";
import { endFeed } from "./calendar-feed.server.ts";

/** A secret address is no data about a person: it goes with them, and into no copy of their data. */
export const calendarFeature: Feature = {
  erasure: {
    erase: async (db, { member }) => {
      if (member) await endFeed(db, member.id);
    },
    remains: Prisma.sql`exists (select from calendar_feed where member_id = member.id)`,
  },
};
