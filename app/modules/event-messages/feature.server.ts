import { z } from "zod";
import type { Feature } from "#app/modules/feature.ts";
import { remindOfEvents } from "./remind-of-events.server.ts";
import { writeEventMessage } from "./send-message.server.ts";

const MessageJob = z.object({ messageId: z.int() });

export const eventMessagesFeature: Feature = {
  tasks: {
    "write-event-message": (payload) => writeEventMessage(MessageJob.parse(payload).messageId),
    "remind-of-events": () => remindOfEvents(),
  },
  schedule: [{ task: "remind-of-events", cron: "*/10 * * * *" }],
};
