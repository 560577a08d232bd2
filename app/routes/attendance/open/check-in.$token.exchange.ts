import type { ActionFunctionArgs } from "@remix-run/node";
import { takeExchange } from "../parts/exchange-request.server.ts";
import { requireSupervisorLink } from "../parts/steward-request.server.ts";

/** Nothing to read: the page of the gate sends to it. */
export function loader() {
  throw new Response(null, { status: 405, headers: { Allow: "POST" } });
}

/** Supervisors, by their link: lets somebody come in a companion's place. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { eventId, createdBy } = await requireSupervisorLink(params.token);
  return takeExchange(request, eventId, createdBy);
}
