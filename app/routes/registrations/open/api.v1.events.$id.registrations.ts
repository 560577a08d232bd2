import type { ActionFunctionArgs } from "@remix-run/node";
import { registrationRequest } from "#app/modules/api/event-schemas.ts";
import { problem } from "#app/modules/api/problem.ts";
import { findOpenMember } from "#app/modules/person/find-member.server.ts";
import { readMemberNumber } from "#app/modules/person/member-number.ts";
import { loadApiRegistration } from "#app/modules/registrations/load-api-registrations.server.ts";
import { registerOverApi } from "#app/modules/registrations/register-over-api.server.ts";
import { db } from "#app/platform/db.server.ts";
import { OptionalRowId } from "#app/platform/row-id.ts";
import { readIdempotencyKey, respondOnce } from "#app/routes/shell/api-once.server.ts";
import {
  forClient,
  methodNotAllowed,
  readValid,
  refuse,
} from "#app/routes/shell/api-request.server.ts";
import { refusedRegistration } from "../parts/api-refusal.server.ts";

export function loader() {
  return methodNotAllowed("POST");
}

/** Clients with `registrations:write`: registers a member's party for an event. */
export async function action(call: ActionFunctionArgs) {
  if (call.request.method !== "POST") return methodNotAllowed("POST");
  return forClient(call, "registrations:write", async (client) => {
    const key = readIdempotencyKey(call.request);
    const sent = await readValid(call.request, registrationRequest);
    const eventId = OptionalRowId.parse(call.params.id ?? null);
    if (eventId === null) throw refuse(problem("no-such-event"));
    const number = readMemberNumber(sent.member_number);
    const member = number === null ? null : await findOpenMember(db(), number);
    if (!member) throw refuse(problem("no-such-member"));
    const content = `registrations ${eventId} ${JSON.stringify(sent)}`;
    return respondOnce(client, { key, content }, async (tx) => {
      const registered = await registerOverApi(tx, eventId, sent, { client, key, member });
      if (!registered.ok) {
        const refused = refusedRegistration(registered);
        return { status: refused.status, body: JSON.stringify(refused), keep: false };
      }
      const party = await loadApiRegistration(tx, registered.registrationId, client);
      return { status: 200, body: JSON.stringify(party), keep: true };
    });
  });
}
