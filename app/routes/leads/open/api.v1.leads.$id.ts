import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { leadChange } from "#app/modules/api/lead-schemas.ts";
import { problem } from "#app/modules/api/problem.ts";
import { changeLeadOverApi, loadApiLead } from "#app/modules/pipeline/lead-over-api.server.ts";
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

/** Clients with `leads:read`: a lead as it stands. */
export async function loader(call: LoaderFunctionArgs) {
  return forClient(call, "leads:read", async () => answer(await theLead(idIn(call))));
}

/** Clients with `leads:write`: where a lead stands, with the points that follow. */
export async function action(call: ActionFunctionArgs) {
  if (call.request.method !== "PATCH") return methodNotAllowed("GET, HEAD, PATCH");
  return forClient(call, "leads:write", async (client) => {
    const sent = await readValid(call.request, leadChange);
    const id = idIn(call);
    const changed = await changeLeadOverApi(id, sent, client);
    if (!changed.ok) throw refuse(refusedChange(changed.refusal));
    return answer(await theLead(id));
  });
}

function idIn({ params }: LoaderFunctionArgs): number {
  const id = OptionalRowId.parse(params.id ?? null);
  if (id === null) throw refuse(problem("no-such-lead"));
  return id;
}

async function theLead(id: number) {
  const lead = await loadApiLead(db(), id);
  if (!lead) throw refuse(problem("no-such-lead"));
  return lead;
}
