import type { ActionFunctionArgs } from "@remix-run/node";
import { answerOnce } from "#app/modules/api/answer-once.server.ts";
import { problem } from "#app/modules/api/problem.ts";
import { serviceOrderRequest } from "#app/modules/api/schemas.ts";
import { orderImportContext } from "#app/modules/service/import-service-orders.server.ts";
import { receiveServiceOrder } from "#app/modules/service/receive-service-order.server.ts";
import {
  answer,
  forClient,
  methodNotAllowed,
  readJson,
  refusal,
  refuse,
} from "#app/routes/shell/api-request.server.ts";
import { validationErrors } from "../parts/validation-errors.server.ts";

const MOST_KEY = 255;

export function loader() {
  return methodNotAllowed("POST");
}

/** Clients with `orders:write`: brings one workshop order in. */
export async function action(call: ActionFunctionArgs) {
  if (call.request.method !== "POST") return methodNotAllowed("POST");
  return forClient(call, "orders:write", async (client) => {
    const key = readIdempotencyKey(call.request);
    const sent = serviceOrderRequest.safeParse(await readJson(call.request));
    if (!sent.success) {
      throw refuse(problem("invalid-request", { errors: validationErrors(sent.error) }));
    }
    const context = await orderImportContext();
    const content = `service-orders ${JSON.stringify(sent.data)}`;
    const once = await answerOnce({ clientId: client.id, key, content }, async (tx) => {
      const received = await receiveServiceOrder(tx, sent.data, context);
      if (received.ok) return { status: 200, body: JSON.stringify(received.answer), keep: true };
      const rejected = problem("order-rejected", { reason: received.refusal });
      return { status: rejected.status, body: JSON.stringify(rejected), keep: false };
    });
    if (!once.ok) {
      throw once.refusal === "busy"
        ? refuse(problem("busy"), { "Retry-After": "5" })
        : refuse(problem("idempotency-key-reused"));
    }
    const { status, body } = once.answer;
    if (status !== 200) return refusal(body, status);
    return answer(body, once.replayed ? { "Idempotency-Replayed": "true" } : {});
  });
}

function readIdempotencyKey(request: Request): string {
  const key = request.headers.get("Idempotency-Key");
  if (key === null) throw refuse(problem("idempotency-key-missing"));
  if (!/^[!-~]+$/.test(key) || key.length > MOST_KEY) {
    const detail = `1 to ${MOST_KEY} visible ASCII characters, such as a UUID.`;
    throw refuse(problem("idempotency-key-unusable", { detail }));
  }
  return key;
}
