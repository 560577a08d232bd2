import { z } from "zod";
import { leadEndings, leadSources, leadStages } from "./lead-schemas.ts";
import { instant } from "./schema-parts.ts";

/** What another program can ask to be told of, and what has happened then. */
export const webhookEvents = {
  "lead.created": "A friend was recommended, and can be worked with",
  "lead.confirmed": "The friend said that they agree to be called",
  "lead.assigned": "A lead has another consultant, or nobody any more",
  "lead.stage_changed": "A lead moved to another stage, forward or back",
  "lead.ended": "A lead was declined, lost, withdrawn, or merged into another",
  "lead.reopened": "A lead that had ended goes on",
  "lead.forgotten":
    "The friend asked to be forgotten, or closed their account: delete what you hold of them",
} as const;

export type WebhookEventName = keyof typeof webhookEvents;

export const webhookEventNames = Object.keys(webhookEvents) as WebhookEventName[];

/** What an admin sends to see whether messages arrive. */
export const TEST_EVENT = "webhook.test";

const envelope = {
  id: z.string().meta({ description: "The same as the header webhook-id." }),
  timestamp: instant.meta({ description: "When it happened." }),
  sequence: z.int().positive().meta({
    description:
      "Grows. Messages may arrive in another order: of two about one lead the higher happened later.",
  }),
};

/** A message about a lead. Of the friend it says nothing: who may read more asks for the lead with its key. */
export const leadEvent = z.strictObject({
  ...envelope,
  type: z.enum(webhookEventNames),
  data: z.strictObject({
    lead_id: z.int().positive(),
    stage: z.enum(leadStages),
    ended: z.enum(leadEndings).nullable(),
    source: z.enum(leadSources),
  }),
});

export const testEvent = z.strictObject({
  ...envelope,
  type: z.literal(TEST_EVENT),
  data: z.strictObject({}),
});

export type LeadEvent = z.output<typeof leadEvent>;
