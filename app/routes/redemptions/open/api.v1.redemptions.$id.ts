import type { LoaderFunctionArgs } from "@remix-run/node";
import { problem } from "#app/modules/api/problem.ts";
import { loadApiRedemptionsOf } from "#app/modules/redemptions/load-api-redemptions.server.ts";
import { db } from "#app/platform/db.server.ts";
import { OptionalRowId } from "#app/platform/row-id.ts";
import {
  answer,
  forClient,
  methodNotAllowed,
  refuse,
} from "#app/routes/shell/api-request.server.ts";

/** Clients with `redemptions:read`: something a member took, as it stands. */
export async function loader(call: LoaderFunctionArgs) {
  return forClient(call, "redemptions:read", async (client) => {
    const id = OptionalRowId.parse(call.params.id);
    const [redemption] = id === null ? [] : await loadApiRedemptionsOf(db(), [id], client);
    if (!redemption) throw refuse(problem("no-such-redemption"));
    return answer(redemption);
  });
}

export function action() {
  return methodNotAllowed("GET, HEAD");
}
