import type { LoaderFunctionArgs } from "@remix-run/node";
import { problem } from "#app/modules/api/problem.ts";
import { loadApiRegistration } from "#app/modules/registrations/load-api-registrations.server.ts";
import { db } from "#app/platform/db.server.ts";
import { OptionalRowId } from "#app/platform/row-id.ts";
import {
  answer,
  forClient,
  methodNotAllowed,
  refuse,
} from "#app/routes/shell/api-request.server.ts";

/** Clients with `registrations:read`: a party as it stands. */
export async function loader(call: LoaderFunctionArgs) {
  return forClient(call, "registrations:read", async (client) => {
    const id = OptionalRowId.parse(call.params.id ?? null);
    const party = id === null ? null : await loadApiRegistration(db(), id, client);
    if (!party) throw refuse(problem("no-such-registration"));
    return answer(party);
  });
}

export function action() {
  return methodNotAllowed("GET, HEAD");
}
