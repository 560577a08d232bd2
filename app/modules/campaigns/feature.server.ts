import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Feature } from "#app/modules/feature.ts";
import { exportTables } from "./export-tables.server.ts";
import { giveWaitingGifts } from "./waiting-gifts.server.ts";

export const campaignsFeature: Feature = {
  tasks: { "give-campaign-gifts": () => giveWaitingGifts() },
  schedule: [{ task: "give-campaign-gifts", cron: "*/10 * * * *" }],
  exportTables,
  waiting: [
    {
      name: "campaignGifts",
      permission: "redemptions.serve",
      kind: "queue",
      page: "/admin/campaigns/gifts",
      find: () => Prisma.sql`
        select jsonb_build_object('count', count(*), 'oldest', min(award.created_at))
        from campaign_award award join lead on lead.id = award.lead_id and lead.referrer_id is not null
        where award.waits is not null and award.taken_back_at is null`,
    },
  ],
};
