import { z } from "zod";
import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Feature } from "#app/modules/feature.ts";
import { sendInTurn } from "./send-in-turn.server.ts";
import { sweepWebhooks } from "./sweep-webhooks.server.ts";

const SendWebhook = z.object({ deliveryId: z.int() });

export const webhooksFeature: Feature = {
  outwardTasks: {
    "send-webhook": (payload, { signal }) =>
      sendInTurn(SendWebhook.parse(payload).deliveryId, signal),
  },
  sweeps: [sweepWebhooks],
  waiting: [
    {
      name: "webhooks",
      permission: "webhooks.manage",
      kind: "fault",
      page: "/admin/webhooks",
      // For an hour whoever is there may be starting anew; of what was switched off there was a letter.
      find: () => Prisma.sql`
        select jsonb_build_object('count', count(*)) from webhook_endpoint
        where (off_at is null and failing_since < now() - interval '1 hour')
          or (off_why <> 'by-hand' and off_at > now() - interval '7 days')`,
    },
  ],
};
