import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadCheckInList } from "#app/modules/attendance/load-check-in-list.server.ts";
import { db } from "#app/platform/db.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { requireEvent } from "../parts/event-request.server.ts";

/** Whoever checks in: what their device needs to do it without a network. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await readStaffRequest(request, "attendance.mark");
  const { id } = await requireEvent(rowIdIn(params.id));
  const list = await loadCheckInList(db(), id);
  return Response.json(list, { headers: { "Cache-Control": "no-store" } });
}
