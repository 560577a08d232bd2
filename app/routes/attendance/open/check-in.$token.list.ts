import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadCheckInList } from "#app/modules/attendance/load-check-in-list.server.ts";
import { db } from "#app/platform/db.server.ts";
import { requireStewardLink } from "../parts/steward-request.server.ts";

/** Whoever has a steward's link, until the day is over: what their device needs to check in without a network. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { eventId } = await requireStewardLink(params.token, "open");
  const list = await loadCheckInList(db(), eventId);
  return Response.json(list, { headers: { "Cache-Control": "no-store" } });
}
