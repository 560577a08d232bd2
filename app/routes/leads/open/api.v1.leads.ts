import type { ActionFunctionArgs } from "@remix-run/node";
import { leadRequest } from "#app/modules/api/lead-schemas.ts";
import { handInOverApi, loadApiLead } from "#app/modules/pipeline/lead-over-api.server.ts";
import { readIdempotencyKey, respondOnce } from "#app/routes/shell/api-once.server.ts";
import { forClient, methodNotAllowed, readValid } from "#app/routes/shell/api-request.server.ts";
import { refusedLead } from "../parts/api-refusal.server.ts";

export function loader() {
  return methodNotAllowed("POST");
}

/** Clients with `leads:write`: hands in a friend whom somebody recommends. */
export async function action(call: ActionFunctionArgs) {
  if (call.request.method !== "POST") return methodNotAllowed("POST");
  return forClient(call, "leads:write", async (client) => {
    const key = readIdempotencyKey(call.request);
    const sent = await readValid(call.request, leadRequest);
    const content = `leads ${JSON.stringify(sent)}`;
    return respondOnce(client, { key, content }, async (tx) => {
      const handedIn = await handInOverApi(tx, sent, { client, key });
      if (!handedIn.ok) {
        const refused = refusedLead(handedIn.refusal);
        return { status: refused.status, body: JSON.stringify(refused), keep: false };
      }
      const lead = await loadApiLead(tx, handedIn.leadId);
      return { status: 200, body: JSON.stringify(lead), keep: true };
    });
  });
}
