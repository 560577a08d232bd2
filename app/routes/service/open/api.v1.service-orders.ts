import type { ActionFunctionArgs } from "@remix-run/node";
import { problem } from "#app/modules/api/problem.ts";
import { serviceOrderRequest } from "#app/modules/api/schemas.ts";
import { orderImportContext } from "#app/modules/service/import-service-orders.server.ts";
import { receiveServiceOrder } from "#app/modules/service/receive-service-order.server.ts";
import { readIdempotencyKey, respondOnce } from "#app/routes/shell/api-once.server.ts";
import { forClient, methodNotAllowed, readValid } from "#app/routes/shell/api-request.server.ts";

export function loader() {
  return methodNotAllowed("POST");
}

/** Clients with `orders:write`: brings one workshop order in. */
export async function action(call: ActionFunctionArgs) {
  if (call.request.method !== "POST") return methodNotAllowed("POST");
  return forClient(call, "orders:write", async (client) => {
    const key = readIdempotencyKey(call.request);
    const sent = await readValid(call.request, serviceOrderRequest);
    const context = await orderImportContext();
    const content = `service-orders ${JSON.stringify(sent)}`;
    return respondOnce(client, { key, content }, async (tx) => {
      const received = await receiveServiceOrder(tx, sent, context);
      if (received.ok) return { status: 200, body: JSON.stringify(received.answer), keep: true };
      const rejected = problem("order-rejected", { reason: received.refusal });
      return { status: rejected.status, body: JSON.stringify(rejected), keep: false };
    });
  });
}
