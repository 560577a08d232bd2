import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadApiEvents } from "#app/modules/events/load-api-events.server.ts";
import { db } from "#app/platform/db.server.ts";
import { OptionalRowId } from "#app/platform/row-id.ts";
import { answer, forClient, methodNotAllowed } from "#app/routes/shell/api-request.server.ts";

const LISTED = 50;

/** Clients with `events:read`: events that are not over. `?after=` goes on behind one. */
export async function loader(call: LoaderFunctionArgs) {
  return forClient(call, "events:read", async () => {
    const after = OptionalRowId.parse(new URL(call.request.url).searchParams.get("after"));
    return answer(await loadApiEvents(db(), { after, limit: LISTED }));
  });
}

export function action() {
  return methodNotAllowed("GET, HEAD");
}
