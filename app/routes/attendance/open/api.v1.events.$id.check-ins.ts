import type { ActionFunctionArgs } from "@remix-run/node";
import { checkInRequest } from "#app/modules/api/event-schemas.ts";
import { problem } from "#app/modules/api/problem.ts";
import { recordMarksOverApi } from "#app/modules/attendance/record-marks-over-api.server.ts";
import { OptionalRowId } from "#app/platform/row-id.ts";
import {
  answer,
  forClient,
  methodNotAllowed,
  readValid,
  refuse,
} from "#app/routes/shell/api-request.server.ts";

export function loader() {
  return methodNotAllowed("POST");
}

/** Clients with `check-in:write`: says who came to an event. */
export async function action(call: ActionFunctionArgs) {
  if (call.request.method !== "POST") return methodNotAllowed("POST");
  return forClient(call, "check-in:write", async (client) => {
    const sent = await readValid(call.request, checkInRequest);
    const eventId = OptionalRowId.parse(call.params.id ?? null);
    const marks = eventId === null ? null : await recordMarksOverApi(eventId, sent, client);
    if (!marks) throw refuse(problem("no-such-event"));
    return answer({ marks });
  });
}
