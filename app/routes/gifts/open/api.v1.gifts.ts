import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadApiGifts } from "#app/modules/gifts/load-api-gifts.server.ts";
import { db } from "#app/platform/db.server.ts";
import { answer, forClient, methodNotAllowed } from "#app/routes/shell/api-request.server.ts";

/** Clients with `gifts:read`: the gifts that members see. */
export async function loader(call: LoaderFunctionArgs) {
  return forClient(call, "gifts:read", async () => answer(await loadApiGifts(db())));
}

export function action() {
  return methodNotAllowed("GET, HEAD");
}
