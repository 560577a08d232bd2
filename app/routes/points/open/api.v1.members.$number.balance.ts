import type { LoaderFunctionArgs } from "@remix-run/node";
import { problem } from "#app/modules/api/problem.ts";
import { loadApiBalance } from "#app/modules/points/load-api-balance.server.ts";
import { db } from "#app/platform/db.server.ts";
import {
  answer,
  forClient,
  methodNotAllowed,
  refuse,
} from "#app/routes/shell/api-request.server.ts";

/** Clients with `balance:read`: a member's points by the clock. */
export async function loader(call: LoaderFunctionArgs) {
  return forClient(call, "balance:read", async () => {
    const balance = await loadApiBalance(db(), call.params.number ?? "");
    if (!balance) throw refuse(problem("no-such-member"));
    return answer(balance);
  });
}

export function action() {
  return methodNotAllowed("GET, HEAD");
}
