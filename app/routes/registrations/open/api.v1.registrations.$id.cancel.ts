import type { ActionFunctionArgs } from "@remix-run/node";
import { problem } from "#app/modules/api/problem.ts";
import { loadApiRegistration } from "#app/modules/registrations/load-api-registrations.server.ts";
import { cancelOverApi } from "#app/modules/registrations/register-over-api.server.ts";
import { db } from "#app/platform/db.server.ts";
import { OptionalRowId } from "#app/platform/row-id.ts";
import {
  answer,
  forClient,
  methodNotAllowed,
  refuse,
} from "#app/routes/shell/api-request.server.ts";

export function loader() {
  return methodNotAllowed("POST");
}

/** Clients with `registrations:write`: cancels a party, as its member can. */
export async function action(call: ActionFunctionArgs) {
  if (call.request.method !== "POST") return methodNotAllowed("POST");
  return forClient(call, "registrations:write", async (client) => {
    const id = OptionalRowId.parse(call.params.id ?? null);
    if (id === null) throw refuse(problem("no-such-registration"));
    const cancelled = await cancelOverApi(id);
    if (!cancelled.ok && cancelled.refusal === "no-such-registration") {
      throw refuse(problem("no-such-registration"));
    }
    if (!cancelled.ok) {
      throw refuse(problem("registration-not-cancellable", { reason: cancelled.refusal }));
    }
    return answer((await loadApiRegistration(db(), id, client)) ?? {});
  });
}
