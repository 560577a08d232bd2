import type { Cast } from "../personas.ts";
import { type FormSample, sample } from "./form-sample.ts";

const webhookPage = ({ endpointId }: Cast) => `/admin/webhooks/${endpointId}`;

export const WEBHOOKS_FORMS: FormSample[] = [
  sample("admin", "/admin/api-keys", { name: "Workshop", scopes: "orders:write" }),
  sample("admin", "/admin/api-keys", { intent: "end", client: "1" }),
  sample("admin", "/admin/webhooks?index", {
    intent: "make",
    requestKey: "5f0c2a5e-7c3b-4c41-9a55-0d7f3c9b2f10",
    description: "CRM",
    // Nobody is asked where an address is.
    url: "https://93.184.216.34/hooks",
    events: "lead.created",
  }),
  sample("admin", webhookPage, {
    intent: "change",
    description: "CRM",
    url: "https://93.184.216.34/hooks",
    events: "lead.ended",
  }),
  sample("admin", webhookPage, { intent: "again", delivery: "1" }),
  sample("admin", webhookPage, { intent: "send-failed", since: "2026-12-01" }),
  sample("admin", webhookPage, { intent: "test" }),
];
