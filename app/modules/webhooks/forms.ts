import { z } from "zod";
import { webhookEventNames } from "#app/modules/api/webhook-schemas.ts";
import { cellLabel } from "#app/platform/cell-text.ts";
import { RowId } from "#app/platform/row-id.ts";

const DESCRIPTION_AT_MOST = 80;
/** Before there was any club, and after the days that a database cannot tell apart. */
const FIRST_DAY = "2000-01-01";

const endpoint = {
  url: z.string({ error: "webhooks.error.unreadable" }).trim(),
  description: z
    .string({ error: "webhooks.error.description" })
    .max(200, { error: "webhooks.error.description" })
    .transform((typed) => cellLabel(typed, DESCRIPTION_AT_MOST) ?? "")
    .pipe(z.string().min(1, { error: "webhooks.error.description" })),
  events: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((ticked) => webhookEventNames.filter((name) => [ticked].flat().includes(name)))
    .refine((events) => events.length > 0, { error: "webhooks.error.events" }),
};

/** An endpoint as an admin makes it. Errors are keys of messages. */
export const MakeEndpointForm = z.object({ ...endpoint, requestKey: z.uuid() });

/** The same as somebody changes it. */
export const ChangeEndpointForm = z.object(endpoint);

/** What is done with one by a press alone. */
export const EndpointActForm = z.object({
  intent: z.enum(["switch-on", "switch-off", "new-secret", "test", "remove"]),
});
export type EndpointAct = z.output<typeof EndpointActForm>["intent"];

/** One message sent again. */
export const SendAgainForm = z.object({ delivery: RowId });

/** Failed messages sent again: those since a day, in the club's calendar. */
export const SendFailedForm = z.object({
  since: z.iso
    .date({ error: "webhooks.error.since" })
    .refine((day) => day >= FIRST_DAY, { error: "webhooks.error.since" }),
});

/** Which messages a page lists. What makes no sense is left out. */
export const DeliveryListForm = z.object({
  show: z.enum(["failed"]).nullable().catch(null).default(null),
  before: RowId.nullable().catch(null).default(null),
});
