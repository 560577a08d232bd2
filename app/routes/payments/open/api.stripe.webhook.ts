import type { ActionFunctionArgs } from "@remix-run/node";
import { receiveStripeEvent } from "#app/modules/payments/receive-event.server.ts";
import { readBody } from "#app/platform/http/read-body.server.ts";
import { methodNotAllowed } from "#app/routes/shell/api-request.server.ts";

/** An event with a whole object in it takes some kilobytes. */
const MOST_BYTES = 262_144;

export function loader() {
  return methodNotAllowed("POST");
}

/** Whoever has the club's webhook secret, which is Stripe: keeps what it tells, and answers before doing anything. */
export async function action({ request }: ActionFunctionArgs) {
  if (request.method !== "POST") return methodNotAllowed("POST");
  const body = await readBody(request, MOST_BYTES);
  if (body === null) return answer(413);
  const signature = request.headers.get("Stripe-Signature") ?? "";
  return answer((await receiveStripeEvent(body.toString("utf8"), signature)) ? 200 : 400);
}

const answer = (status: number) =>
  new Response(null, { status, headers: { "Cache-Control": "no-store" } });
