import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { ApiClient } from "#app/modules/api/api-client.ts";
import { registrationChange } from "#app/modules/api/event-schemas.ts";
import { problem } from "#app/modules/api/problem.ts";
import { loadApiRegistration } from "#app/modules/registrations/load-api-registrations.server.ts";
import { changeOverApi } from "#app/modules/registrations/register-over-api.server.ts";
import { db } from "#app/platform/db.server.ts";
import { OptionalRowId } from "#app/platform/row-id.ts";
import {
  answer,
  forClient,
  methodNotAllowed,
  readValid,
  refuse,
} from "#app/routes/shell/api-request.server.ts";
import { refusedChange } from "../parts/api-refusal.server.ts";

/** Clients with `registrations:read`: a party as it stands. */
export async function loader(call: LoaderFunctionArgs) {
  return forClient(call, "registrations:read", async (client) =>
    answer(await theParty(idIn(call), client)),
  );
}

/** Clients with `registrations:write`: changes a party, as its member can. */
export async function action(call: ActionFunctionArgs) {
  if (call.request.method !== "PUT") return methodNotAllowed("GET, HEAD, PUT");
  return forClient(call, "registrations:write", async (client) => {
    const sent = await readValid(call.request, registrationChange);
    const id = idIn(call);
    const changed = await changeOverApi(id, sent);
    if (!changed.ok) throw refuse(refusedChange(changed));
    return answer(await theParty(id, client));
  });
}

function idIn({ params }: LoaderFunctionArgs): number {
  const id = OptionalRowId.parse(params.id ?? null);
  if (id === null) throw refuse(problem("no-such-registration"));
  return id;
}

async function theParty(id: number, client: ApiClient) {
  const party = await loadApiRegistration(db(), id, client);
  if (!party) throw refuse(problem("no-such-registration"));
  return party;
}
