import type { ActionFunctionArgs } from "@remix-run/node";
import { problem } from "#app/modules/api/problem.ts";
import { loadApiRedemptionsOf } from "#app/modules/redemptions/load-api-redemptions.server.ts";
import { cancelOverApi } from "#app/modules/redemptions/redemptions-over-api.server.ts";
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

/** Clients with `redemptions:write`: cancels what a member took, until it is laid out for them. */
export async function action(call: ActionFunctionArgs) {
  if (call.request.method !== "POST") return methodNotAllowed("POST");
  return forClient(call, "redemptions:write", async (client) => {
    const id = OptionalRowId.parse(call.params.id);
    if (id === null) throw refuse(problem("no-such-redemption"));
    const cancelled = await cancelOverApi(id);
    if (!cancelled.ok && cancelled.refusal === "no-such-redemption") {
      throw refuse(problem("no-such-redemption"));
    }
    if (!cancelled.ok) {
      const reason = "state" in cancelled ? cancelled.state : cancelled.refusal;
      throw refuse(problem("not-cancellable", { reason }));
    }
    const [redemption] = await loadApiRedemptionsOf(db(), [id], client);
    return answer(redemption ?? {});
  });
}
