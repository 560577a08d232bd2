import type { ActionFunctionArgs } from "@remix-run/node";
import { takeMarks } from "../parts/marks-request.server.ts";
import { requireStewardLink } from "../parts/steward-request.server.ts";

/** Nothing to read: a device sends to it. */
export function loader() {
  throw new Response(null, { status: 405, headers: { Allow: "POST" } });
}

/** Whoever has a steward's link, and for some days after the event: keeps what their device marked. */
export async function action({ request, params }: ActionFunctionArgs) {
  const link = await requireStewardLink(params.token, "sending");
  return takeMarks(request, link.eventId, { stewardLinkId: link.id });
}
